package cutover.provider.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as told, by method and path with query; remembers what it was asked. */
final class TwilioServer implements AutoCloseable {

    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "verysecrettoken";

    /** Never answers. */
    static final Answer HANG = new Answer(-1, "", Map.of());

    /** Closes the connection without an answer. */
    static final Answer DROP = new Answer(-2, "", Map.of());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Function<Asked, Answer> answers;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Asked(String method, String target, String host, String authorization, String body) {

        String line() {
            return method + " " + target;
        }
    }

    record Answer(int status, String body, Map<String, String> headers) {

        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    TwilioServer(Function<Asked, Answer> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static TwilioServer always(int status, String body) throws IOException {
        return new TwilioServer(asked -> Answer.of(status, body));
    }

    static TwilioAccess access(URI place, Duration timeout) {
        return new TwilioAccess(ACCOUNT, () -> TOKEN, Optional.of(place), timeout);
    }

    URI place() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    TwilioAccount account() {
        return account(Duration.ofSeconds(20));
    }

    TwilioAccount account(Duration timeout) {
        return new TwilioAccount(access(place(), timeout));
    }

    List<Asked> asked() {
        return asked;
    }

    List<String> lines() {
        return asked.stream().map(Asked::line).toList();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            Asked now = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(now);
            Answer answer = answers.apply(now);
            if (answer.equals(HANG)) {
                closed.await();
            } else if (!answer.equals(DROP)) {
                send(exchange, answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
