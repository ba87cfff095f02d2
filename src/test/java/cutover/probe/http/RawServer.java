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
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Writes an answer. */
    interface Talk {
        void to(OutputStream out) throws IOException;
    }

    private RawServer(ServerSocket socket, Function<String, Talk> answers) {
        this.socket = socket;
        this.answers = answers;
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param answers head and form body of the request to the answer */
    static RawServer plain(Function<String, Talk> answers) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
    }

    static RawServer secured(SSLContext context, Function<String, Talk> answers) throws IOException {
        return new RawServer(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
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
            BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
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
            char[] body = new char[length];
            int read = length == 0 ? 0 : in.read(body);
            String request = head + "\n" + new String(body, 0, Math.max(0, read));
            asked.add(request);
            answers.apply(request).to(one.getOutputStream());
            one.getOutputStream().flush();
        } catch (IOException e) {
            // the probe hung up, or never spoke: what the test is about
            open.remove(one);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
