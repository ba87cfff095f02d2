package cutover.probe.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** Answers on loopback with bytes as they are given; remembers what was asked. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<String, Talk> answers;
    private final Hears hears;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What is read before the answer is written. */
    private enum Hears {
        HEAD,
        HEAD_AND_BODY,
        PREFACE,
        HTTP2
    }

    /** Writes an answer. */
    interface Talk {
        void to(OutputStream out) throws IOException;
    }

    private RawServer(ServerSocket socket, Function<String, Talk> answers, Hears hears) {
        this.socket = socket;
        this.answers = answers;
        this.hears = hears;
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param answers head and body of the request, one character for each byte, to the answer */
    static RawServer plain(Function<String, Talk> answers) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers, Hears.HEAD_AND_BODY);
    }

    static RawServer secured(SSLContext context, Function<String, Talk> answers) throws IOException {
        return new RawServer(secured(context), answers, Hears.HEAD_AND_BODY);
    }

    /** Answers as soon as it has read the head, and hangs up. */
    static RawServer hasty(Talk answer) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), head -> answer, Hears.HEAD);
    }

    static RawServer hasty(SSLContext context, Talk answer) throws IOException {
        return new RawServer(secured(context), head -> answer, Hears.HEAD);
    }

    /** Chooses HTTP/2 in the handshake, greets, reads as far as the head of a request, and answers. */
    static RawServer http2(SSLContext context, Talk answer) throws IOException {
        return new RawServer(choosingHttp2(context), head -> answer, Hears.HTTP2);
    }

    /** Chooses HTTP/2 in the handshake, and says something as soon as the client has begun. */
    static RawServer choosesHttp2(SSLContext context, Talk said) throws IOException {
        return new RawServer(choosingHttp2(context), head -> said, Hears.PREFACE);
    }

    private static ServerSocket choosingHttp2(SSLContext context) throws IOException {
        SSLServerSocket socket = (SSLServerSocket) secured(context);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static ServerSocket secured(SSLContext context) throws IOException {
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static Talk text(String head, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return out -> {
            out.write((head + "\r\nContent-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
        };
    }

    static Talk raw(String all) {
        return out -> out.write(all.getBytes(StandardCharsets.ISO_8859_1));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                open.add(one);
                Thread thread = new Thread(() -> talk(one), "raw-talk");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket one) {
        try (one) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
            in.mark(1);
            if (in.read() < 'A') {
                answers.apply("").to(one.getOutputStream());
                return;
            }
            in.reset();
            StringBuilder head = new StringBuilder();
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
                length = line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")
                        ? Integer.parseInt(line.substring(15).strip())
                        : length;
            }
            String request = head + "\n" + (hears == Hears.HEAD_AND_BODY ? body(in, length) : "");
            asked.add(request);
            if (hears == Hears.HTTP2) {
                // no settings yet
                one.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
                passHeaders(in);
            }
            answers.apply(request).to(one.getOutputStream());
            one.getOutputStream().flush();
            if (hears == Hears.HTTP2 || hears == Hears.PREFACE) {
                letRead(one, in);
            }
        } catch (IOException e) {
            // the probe hung up, or never spoke: what the test is about
            open.remove(one);
        }
    }

    /** Passes the second half of the preface and all frames up to the first HEADERS. */
    private static void passHeaders(BufferedReader in) throws IOException {
        pass(in, "SM\r\n\r\n".length());
        int type = -1;
        while (type != 1) {
            int length = in.read() << 16 | in.read() << 8 | in.read();
            type = in.read();
            pass(in, length + 5);
        }
    }

    private static void pass(BufferedReader in, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (in.read() < 0) {
                throw new IOException("the client went away");
            }
        }
    }

    /** Ends our half: a connection that is closed before all was read takes the answer with it. */
    private static void letRead(Socket one, BufferedReader in) throws IOException {
        one.shutdownOutput();
        while (in.read() >= 0) {
            // what the client still says
        }
    }

    private static String body(BufferedReader in, int length) throws IOException {
        char[] body = new char[length];
        int read = 0;
        for (int n = 0; n >= 0 && read < length; read += Math.max(0, n)) {
            n = in.read(body, read, length - read);
        }
        return new String(body, 0, read);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
