package cutover.twin.internet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.clockwork.Later;
import cutover.twin.front.Door;
import cutover.twin.front.Hosts;
import cutover.twin.front.House;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.tls.Authority;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackInternetTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String SITE = "https://" + Hosts.NEW;

    private final List<Incoming> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> doors = new HashMap<>();
    private Later later;
    private House house;
    private Internet internet;

    @BeforeEach
    void open() {
        Clock clock = Clock.systemUTC();
        Authority trusted = new Authority(clock, new SplittableRandom(1));
        Authority stranger = new Authority(clock, new SplittableRandom(2));
        later = new Later();
        house = new House(later);
        Map<String, Door> open = Map.of(
                Hosts.NEW + ":443",
                house.https(trusted.identity(List.of(Hosts.NEW)), this::answer),
                Hosts.NEW + ":80",
                house.http(this::answer),
                Hosts.ASSETS + ":443",
                house.https(trusted.identity(List.of("*.s3.amazonaws.com")), this::answer),
                "other-name.example:443",
                house.https(trusted.identity(List.of(Hosts.NEW)), this::answer),
                "no-path.example:443",
                house.https(stranger.identity(List.of("no-path.example")), this::answer),
                "no-tls.example:443",
                house.http(this::answer));
        house.open();
        open.forEach((place, door) -> doors.put(place, door.port()));
        internet = internet(trusted);
    }

    @AfterEach
    void close() {
        house.close();
        later.close();
    }

    @Test
    void theHostSeesTheRequestAsItWasSent() {
        List<Map.Entry<String, String>> headers =
                List.of(Map.entry("User-Agent", "TwilioProxy/1.1"), Map.entry("Content-Type", "text/x"));
        Came came = internet.fetch(
                new Asked("POST", URI.create(SITE + "/a%20b/?x=%7E&y"), headers, "body".getBytes(UTF_8), LONG));

        assertThat(status(came)).isEqualTo(200);
        assertThat(seen).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.secure()).isTrue();
            assertThat(request.host()).isEqualTo(Hosts.NEW);
            assertThat(request.target()).isEqualTo("/a%20b/?x=%7E&y");
            assertThat(request.header("User-Agent")).contains("TwilioProxy/1.1");
            assertThat(request.header("Content-Type")).contains("text/x");
            assertThat(request.header("Accept-Encoding")).isEmpty();
            assertThat(request.header("Upgrade")).isEmpty();
            assertThat(request.body()).isEqualTo("body".getBytes(UTF_8));
        });
    }

    @Test
    void plainHttpGoesToTheOtherDoor() {
        assertThat(status(get("http://" + Hosts.NEW + "/"))).isEqualTo(200);
        assertThat(seen)
                .singleElement()
                .satisfies(request -> assertThat(request.secure()).isFalse());
    }

    @Test
    void aWildcardBelowASharedSuffixIsTheHostsToo() {
        assertThat(status(get("https://" + Hosts.ASSETS + "/"))).isEqualTo(200);
    }

    @Test
    void aRedirectIsAnAnswer() {
        assertThat(status(get(SITE + "/redirect"))).isEqualTo(302);
        assertThat(seen).hasSize(1);
    }

    @Test
    void anErrorIsAnAnswerAndIsNotAskedForAgain() {
        assertThat(status(get(SITE + "/error"))).isEqualTo(503);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aBodyIsReadUpToSixteenMegabytes() {
        int length = get(SITE + "/huge").fold(answer -> answer.response().body().length, nothing -> -1);

        assertThat(length).isEqualTo(16 * 1024 * 1024);
    }

    @Test
    void aNameWithoutADoorIsUnknown() {
        assertThat(reason(get("https://nowhere.example/"))).isEqualTo(Came.Reason.UNKNOWN_HOST);
        assertThat(reason(get(SITE + ":8443/"))).isEqualTo(Came.Reason.UNKNOWN_HOST);
    }

    @Test
    void aCertificateOfAnotherNameIsToldFromOneWithoutPath() {
        assertThat(reason(get("https://other-name.example/"))).isEqualTo(Came.Reason.CERTIFICATE_NAME);
        assertThat(reason(get("https://no-path.example/"))).isEqualTo(Came.Reason.CERTIFICATE_PATH);
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-365, 365})
    void aCertificateIsExpiredOrNotYetValid(int days) {
        Authority elsewhen =
                new Authority(Clock.offset(Clock.systemUTC(), Duration.ofDays(days)), new SplittableRandom(3));
        try (House other = new House(later)) {
            Door door = other.https(elsewhen.identity(List.of("elsewhen.example")), this::answer);
            other.open();
            doors.put("elsewhen.example:443", door.port());

            Came came = internet(elsewhen).fetch(asked("https://elsewhen.example/", LONG));

            assertThat(reason(came)).isEqualTo(Came.Reason.CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void aHostThatDoesNotSpeakTlsFailsTheHandshake() {
        assertThat(reason(get("https://no-tls.example/"))).isEqualTo(Came.Reason.TLS_HANDSHAKE);
    }

    @Test
    void aClosedPortIsNoConnection() throws IOException {
        try (ServerSocket socket = listening()) {
            doors.put("closed.example:443", socket.getLocalPort());
        }

        assertThat(reason(get("https://closed.example/"))).isEqualTo(Came.Reason.NO_CONNECTION);
    }

    @Test
    void aConnectionThatBreaksIsNoConnection() throws IOException {
        try (ServerSocket socket = listening()) {
            doors.put("breaks.example:80", socket.getLocalPort());
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> takeAndClose(socket));

            assertThat(reason(get("http://breaks.example/"))).isEqualTo(Came.Reason.NO_CONNECTION);
            server.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aHostThatAcceptsAndSaysNothingIsGivenUp(String scheme) throws IOException {
        try (ServerSocket socket = listening()) {
            doors.put("silent.example:80", socket.getLocalPort());
            doors.put("silent.example:443", socket.getLocalPort());

            Came came = internet.fetch(asked(scheme + "://silent.example/", SHORT));

            assertThat(reason(came)).isEqualTo(Came.Reason.TIMEOUT);
        }
    }

    @Test
    void aHostThatNeverComesToAnEndIsGivenUp() throws IOException {
        ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
        try (ServerSocket socket = listening()) {
            doors.put("drops.example:80", socket.getLocalPort());
            drops.execute(() -> drip(socket, drops));

            Came came = internet.fetch(asked("http://drops.example/", SHORT));

            assertThat(reason(came)).isEqualTo(Came.Reason.TIMEOUT);
        } finally {
            drops.shutdownNow();
        }
    }

    @Test
    void whatIsNoAddressOfTheWebIsOurOwnMistake() {
        assertThatThrownBy(() -> get("ftp://" + Hosts.NEW + "/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> get("/path")).isInstanceOf(IllegalArgumentException.class);
    }

    private Reply answer(Incoming request) {
        seen.add(request);
        return Reply.now(
                switch (request.path()) {
                    case "/redirect" -> WebResponse.text(302, "text/plain", "").with("Location", "/");
                    case "/error" -> WebResponse.text(503, "text/plain", "").with("Retry-After", "0");
                    case "/huge" -> new WebResponse(200, List.of(), new byte[17 * 1024 * 1024]);
                    default -> WebResponse.text(200, "text/plain", "hello");
                });
    }

    private Came get(String url) {
        return internet.fetch(asked(url, LONG));
    }

    private static Asked asked(String url, Duration timeout) {
        return new Asked("GET", URI.create(url), List.of(), new byte[0], timeout);
    }

    private static int status(Came came) {
        return came.fold(answer -> answer.response().status(), nothing -> {
            throw new AssertionError(nothing.toString());
        });
    }

    private static Came.Reason reason(Came came) {
        return came.fold(
                answer -> {
                    throw new AssertionError("an answer: " + answer.response().status());
                },
                Came.Nothing::reason);
    }

    private Internet internet(Authority trusted) {
        return new LoopbackInternet(
                place -> doors.containsKey(place) ? OptionalInt.of(doors.get(place)) : OptionalInt.empty(),
                trusting(trusted));
    }

    private static SSLContext trusting(Authority authority) {
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry(
                    "root",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(authority.pem().getBytes(UTF_8))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (java.security.GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void takeAndClose(ServerSocket socket) {
        try (Socket taken = socket.accept()) {
            taken.getInputStream().read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void drip(ServerSocket socket, ScheduledExecutorService drops) {
        try {
            OutputStream out = socket.accept().getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(UTF_8));
            drops.scheduleAtFixedRate(() -> drop(out), 0, 20, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void drop(OutputStream out) {
        try {
            out.write('x');
            out.flush();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
