package cutover.provider.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers one request per connection with text as given; empty text closes the connection without an answer. */
final class AwsServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<Integer, String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param answers number of the request, from 1, to the answer */
    AwsServer(Function<Integer, String> answers) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answers = answers;
        Thread thread = new Thread(this::serve, "aws-server");
        thread.setDaemon(true);
        thread.start();
    }

    static String json(int number, String headers, String body) {
        return "HTTP/1.1 " + number + " X\r\nContent-Type: application/x-amz-json-1.1\r\nConnection: close\r\n"
                + headers + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    AwsAccess access() {
        return new AwsAccess(
                "us-west-1",
                java.util.Optional.of(URI.create("http://127.0.0.1:" + socket.getLocalPort())),
                AwsCredential.ofKey(() -> "AKIDEXAMPLE", () -> "verysecret"),
                java.time.Duration.ofSeconds(5));
    }

    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                asked.add(request(one.getInputStream()));
                one.getOutputStream().write(answers.apply(asked.size()).getBytes(StandardCharsets.UTF_8));
                one.getOutputStream().flush();
            } catch (IOException e) {
                asked.add("broken: " + e.getMessage());
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int body = -1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            all.write(b);
            String text = all.toString(StandardCharsets.ISO_8859_1);
            if (body < 0 && text.endsWith("\r\n\r\n")) {
                body = length(text);
            } else if (body > 0) {
                body--;
            }
            if (body == 0) {
                break;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
