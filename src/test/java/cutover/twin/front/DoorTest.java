package cutover.twin.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.tls.ProtocolAnswer;
import cutover.probe.tls.ProtocolAnswer.Stance;
import cutover.probe.tls.Refused;
import cutover.twin.clockwork.Later;
import cutover.twin.tls.Doorstep;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private static final List<String> NAMES = List.of("localhost", "127.0.0.1");

    private Doorstep doorstep;

    @BeforeEach
    void open() {
        doorstep = new Doorstep();
        doorstep.show(doorstep.authority().identity(NAMES));
    }

    @AfterEach
    void close() {
        doorstep.close();
    }

    @Test
    void aDoorSpeaksWhatIsModern() {
        assertThat(accepted()).containsExactly("TLSv1.2", "TLSv1.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLSv1.2",
                "TLSv1.3",
                "TLSv1",
                "TLSv1.1",
                "TLSv1 TLSv1.1",
                "TLSv1 TLSv1.2",
                "TLSv1.1 TLSv1.3",
                "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3"
            })
    @DisplayName("a door speaks what it is told to speak and nothing else")
    void aDoorSpeaksWhatItIsToldToSpeakAndNothingElse(String versions) {
        doorstep.door().speak(versions.split(" "));

        assertThat(accepted()).containsExactly(versions.split(" "));
        assertThat(answers()).noneMatch(answer -> answer.stance() == Stance.UNKNOWN);
    }

    @Test
    void theOldServerAnswersWithAnRsaKeyToo() {
        doorstep.show(doorstep.authority().certificate(NAMES).withRsa1024().issued());
        doorstep.door().speak("TLSv1", "TLSv1.2");

        assertThat(accepted()).containsExactly("TLSv1", "TLSv1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1 TLSv1.2", "TLSv1 TLSv1.3", "TLSv1.1 TLSv1.2 TLSv1.3"})
    @DisplayName("a modern client is served beside the old server")
    void aModernClientIsServedBesideTheOldServer(String versions) throws Exception {
        doorstep.door().speak(versions.split(" "));
        HttpClient client =
                HttpClient.newBuilder().sslContext(doorstep.authority().trust()).build();
        URI uri = URI.create("https://127.0.0.1:" + doorstep.door().port() + "/");

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0000\u0003xyz"})
    @DisplayName("what is no hello is left to the modern server, which refuses it")
    void whatIsNoHelloIsLeftToTheModernServerWhichRefusesIt(String said) throws Exception {
        byte[] usual = doorstep.said(said.getBytes(StandardCharsets.ISO_8859_1));
        doorstep.door().speak("TLSv1", "TLSv1.2", "TLSv1.3");

        assertThat(doorstep.said(said.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(usual);
    }

    @Test
    void whatIsShownAndSpokenOutlastsAShutDoor() {
        doorstep.door().shut();
        doorstep.door().speak("TLSv1", "TLSv1.2");
        doorstep.show(doorstep.authority().identity(List.of("other.example.org")));
        doorstep.door().open();

        assertThat(accepted()).containsExactly("TLSv1", "TLSv1.2");
        assertThat(doorstep.shaken("localhost").own().names()).containsExactly("other.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "ALERT, ALERT",
        "GARBLED, INCOMPATIBLE",
        "PLAIN_HTTP, PLAIN_HTTP",
        "NOT_TLS, NOT_TLS",
        "HANGS_UP, CLOSED_EARLY",
    })
    void whoIsRebuffedHearsTheseWordsUntilHandsAreShakenAgain(Rebuff rebuff, Refused.Kind kind) {
        doorstep.door().rebuff(Optional.of(rebuff));
        assertThat(refused()).isEqualTo(Optional.of(kind));

        doorstep.door().rebuff(Optional.empty());
        assertThat(refused()).isEmpty();
    }

    @Test
    void silenceLastsAsLongAsTheClientWaits() throws Exception {
        doorstep.door().rebuff(Optional.of(Rebuff.SILENCE));

        try (Socket client = doorstep.dialled()) {
            client.setSoTimeout(200);
            client.getOutputStream().write(new byte[] {22, 3, 1});
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aFilteredDoorTakesNobodyAndOpensAgain() {
        doorstep.door().filter();
        assertThatThrownBy(() -> {
                    try (Socket client = new Socket()) {
                        client.connect(doorstep.address(), 200);
                    }
                })
                .isInstanceOf(SocketTimeoutException.class);

        doorstep.door().open();
        assertThat(refused()).isEmpty();
    }

    private Optional<Refused.Kind> refused() {
        return doorstep.probe()
                .look("localhost", doorstep.address())
                .fold(shaken -> Optional.empty(), refused -> Optional.of(refused.kind()));
    }

    @Test
    void aDoorCanSpeakNothingUnknownAndNotNothing() {
        assertThatThrownBy(() -> doorstep.door().speak("TLSv1.4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TLSv1.4");
        assertThatThrownBy(() -> doorstep.door().speak()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlainDoorHasNoTlsToSpeak() {
        try (Later later = new Later();
                House house = new House(later)) {
            Door plain = house.http(new ToHttps());
            house.open();

            assertThatThrownBy(() -> plain.speak("TLSv1.2"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no TLS");
        }
    }

    private List<ProtocolAnswer> answers() {
        return doorstep.probe().protocols("localhost", doorstep.address());
    }

    private List<String> accepted() {
        return answers().stream()
                .filter(answer -> answer.stance() == Stance.ACCEPTED)
                .map(answer -> answer.protocol().told())
                .toList();
    }
}
