package cutover.probe.http;

import static cutover.probe.http.Probes.none;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.http.NoAnswer.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineTest {

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
    }

    /** On the caller's thread, and on one that can be left behind. */
    static Stream<HttpProbe> probes() {
        return Stream.of(
                Probes.impatient(), Probes.impatient((host, port) -> List.of(new InetSocketAddress(host, port))));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void aServerThatDripsCanNotStretchTheDeadline(HttpProbe probe) throws Exception {
        RawServer.Talk drip = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        };
        try (RawServer body = RawServer.plain(request -> drip);
                RawServer head = RawServer.plain(request -> this::drip);
                probe) {
            assertThat(late(probe, body.uri("/"))).contains("300 ms").contains("the head (200) came");
            assertThat(late(probe, head.uri("/"))).contains("300 ms").contains("no head of an answer");
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void aServerThatNeverShakesHandsCanNotStretchItEither(HttpProbe probe) throws Exception {
        try (RawServer deaf = RawServer.hasty(out -> awaitEnd());
                probe) {
            URI uri = URI.create("https://127.0.0.1:" + deaf.address().getPort() + "/");

            assertThat(late(probe, uri)).contains("300 ms").contains("connected to");
        }
    }

    @Test
    void aNameThatIsLookedUpForEverHoldsUpNobody() {
        try (HttpProbe probe = Probes.impatient((host, port) -> {
            awaitEnd();
            return List.of(new InetSocketAddress(host, port));
        })) {
            assertThat(late(probe, URI.create("http://www.example.org/"))).contains("no connection");
        }
    }

    private static String late(HttpProbe probe, URI uri) {
        NoAnswer seen = none(probe.get(uri));
        assertThat(seen.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(seen.total()).isBetween(Duration.ofMillis(290), Duration.ofSeconds(2));
        return seen.detail();
    }

    private void drip(OutputStream out) throws IOException {
        try {
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
