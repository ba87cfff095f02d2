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

/** Answers on loopback with bytes as they are given; remembers what was asked. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<String, Talk> answers;
    private final boolean hasty;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Writes an answer. */
    interface Talk {
        void to(OutputStream out) throws IOException;
    }

    private RawServer(ServerSocket socket, Function<String, Talk> answers, boolean hasty) {
        this.socket = socket;
        this.answers = answers;
        this.hasty = hasty;
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param answers head and body of the request, one character for each byte, to the answer */
    static RawServer plain(Function<String, Talk> answers) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers, false);
    }

    static RawServer secured(SSLContext context, Function<String, Talk> answers) throws IOException {
        return new RawServer(secured(context), answers, false);
    }

    /** Answers as soon as it has read the head, and hangs up. */
    static RawServer hasty(Talk answer) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), head -> answer, true);
    }

    static RawServer hasty(SSLContext context, Talk answer) throws IOException {
        return new RawServer(secured(context), head -> answer, true);
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
            String request = head + "\n" + (hasty ? "" : body(in, length));
            asked.add(request);
            answers.apply(request).to(one.getOutputStream());
            one.getOutputStream().flush();
        } catch (IOException e) {
            // the probe hung up, or never spoke: what the test is about
            open.remove(one);
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
