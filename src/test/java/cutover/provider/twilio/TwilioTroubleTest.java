package cutover.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.provider.Told;
import cutover.provider.twilio.TwilioServer.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTroubleTest {

    private static final CallOrder ORDER =
            new CallOrder("+14155550100", "+14155550199", "<Response><Hangup/></Response>", Duration.ofSeconds(90));
    private static final List<Function<TwilioAccount, Told<?>>> READS = List.of(
            TwilioAccount::numbers,
            account -> account.application("AP1"),
            account -> account.call("CA1"),
            account -> account.calls("", "", Instant.EPOCH),
            account -> account.alerts(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
            account -> account.recordings("CA1"));
    private static final List<Function<TwilioAccount, Told<?>>> WRITES = List.of(
            account -> account.place(ORDER),
            account -> account.pointAt("PN1", Map.of(Wire.VOICE_URL, "https://a.example/")),
            account -> account.pointApplicationAt("AP1", Map.of(Wire.STATUS_CALLBACK, "")),
            account -> account.deleteCall("CA1"),
            account -> account.deleteRecording("RE1"));

    private static Told<?> told(TwilioServer server, Function<TwilioAccount, Told<?>> question) {
        try (TwilioAccount account = server.account()) {
            return question.apply(account);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void whatChangesSomethingIsSentOnceWhateverTheAnswer(int status) throws Exception {
        for (Function<TwilioAccount, Told<?>> write : WRITES) {
            try (TwilioServer server = TwilioServer.always(status, "{\"code\":20500,\"message\":\"down\"}")) {
                assertThat(told(server, write)).isEqualTo(Told.unavailable("Twilio answers " + status));
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void whatChangesSomethingIsSentOnceWhenTheConnectionBreaks() throws Exception {
        for (Function<TwilioAccount, Told<?>> write : WRITES) {
            try (TwilioServer server = new TwilioServer(asked -> TwilioServer.DROP)) {
                assertThat(told(server, write).trouble()).startsWith("no answer from Twilio: ");
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void endingACallSendsTheChangeOnce() throws Exception {
        String call = "{\"sid\":\"CA1\",\"status\":\"in-progress\"}";
        try (TwilioServer server =
                new TwilioServer(asked -> asked.method().equals("GET") ? Answer.of(200, call) : Answer.of(503, ""))) {
            assertThat(told(server, account -> account.end("CA1"))).isEqualTo(Told.unavailable("Twilio answers 503"));
            assertThat(server.asked())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .hasSize(1);
        }
    }

    @Test
    void aQuestionIsAskedOnceMoreWhenTwilioFails() throws Exception {
        for (Function<TwilioAccount, Told<?>> read : READS) {
            try (TwilioServer server = TwilioServer.always(503, "")) {
                assertThat(told(server, read)).isEqualTo(Told.unavailable("Twilio answers 503"));
                assertThat(server.asked()).hasSize(2);
            }
        }
    }

    @Test
    void tooManyCallsAreToldWithTheWaitAndNotRepeated() throws Exception {
        for (Function<TwilioAccount, Told<?>> read : READS) {
            try (TwilioServer server =
                    new TwilioServer(asked -> new Answer(429, "{\"code\":20429}", Map.of("Retry-After", "30")))) {
                assertThat(told(server, read).trouble()).isEqualTo("Twilio answers 429, asks to wait 30 s");
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409})
    void aRefusalIsToldWithTwiliosCode(int status) throws Exception {
        for (Function<TwilioAccount, Told<?>> read : READS) {
            try (TwilioServer server =
                    TwilioServer.always(status, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}")) {
                assertThat(told(server, read)).isEqualTo(Told.refused(status, "20003", "Authenticate"));
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void aRefusedCallIsNotPlaced() throws Exception {
        try (TwilioServer server = TwilioServer.always(
                400, "{\"code\":21212,\"message\":\"The 'From' number is not valid\",\"status\":400}")) {
            assertThat(told(server, account -> account.place(ORDER)))
                    .isEqualTo(Told.refused(400, "21212", "The 'From' number is not valid"));
        }
    }

    @Test
    void aPageOfSomebodyBetweenUsIsNoRefusal() throws Exception {
        try (TwilioServer server = TwilioServer.always(403, "<html>proxy</html>")) {
            assertThat(told(server, TwilioAccount::numbers))
                    .isEqualTo(Told.unavailable("Twilio answers 403 with something that is not JSON"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{\"sid\":", "[]", "{}", "\"text\"", ""})
    void anAnswerThatIsNotWhatWasAskedForIsUnavailable(String body) throws Exception {
        for (Function<TwilioAccount, Told<?>> read : READS) {
            try (TwilioServer server = TwilioServer.always(200, body)) {
                assertThat(told(server, read))
                        .isEqualTo(Told.unavailable("Twilio answers with something other than what was asked for"));
            }
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (TwilioServer server =
                new TwilioServer(asked -> new Answer(302, "", Map.of("Location", "https://elsewhere.example/")))) {
            assertThat(told(server, TwilioAccount::numbers)).isEqualTo(Told.unavailable("Twilio answers 302"));
        }
    }

    @Test
    void aHostThatHangsEndsAtTheTimeoutInTotal() throws Exception {
        for (Function<TwilioAccount, Told<?>> any :
                List.<Function<TwilioAccount, Told<?>>>of(TwilioAccount::numbers, account -> account.place(ORDER))) {
            try (TwilioServer server = new TwilioServer(asked -> TwilioServer.HANG);
                    TwilioAccount account = server.account(Duration.ofMillis(300))) {
                assertThat(any.apply(account)).isEqualTo(Told.unavailable("Twilio: no answer within 300 ms"));
                assertThat(server.asked()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void nobodyListeningIsToldAsSuch() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        TwilioAccess access = TwilioServer.access(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(20));
        try (TwilioAccount account = new TwilioAccount(access)) {
            assertThat(account.numbers().trouble())
                    .startsWith("no answer from Twilio: ")
                    .contains("refused");
        }
    }

    @Test
    void theTokenIsAskedForAtEachCallAndStandsInNoText() throws Exception {
        try (TwilioServer server = TwilioServer.always(401, "{\"code\":20003,\"message\":\"Authenticate\"}")) {
            TwilioAccess access = TwilioServer.access(server.place(), Duration.ofSeconds(20));
            assertThat(access.toString()).contains(TwilioServer.ACCOUNT).doesNotContain(TwilioServer.TOKEN);
            try (TwilioAccount account = new TwilioAccount(access)) {
                assertThat(account.numbers().trouble()).doesNotContain(TwilioServer.TOKEN);
            }
        }
    }

    @Test
    void aTokenThatIsMissingIsOurOwnFault() throws Exception {
        TwilioAccess access = new TwilioAccess(
                "AC1",
                () -> {
                    throw new IllegalStateException("no secret");
                },
                Optional.empty(),
                Duration.ofSeconds(1));
        try (TwilioAccount account = new TwilioAccount(access)) {
            assertThatThrownBy(account::numbers).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example", "/relative", "http://a.example/path", "mailto:a@b"})
    void anEndpointIsAPlaceOnTheWeb(String endpoint) {
        assertThatThrownBy(() -> TwilioServer.access(URI.create(endpoint), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(endpoint);
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsSent() {
        URI place = URI.create("http://a.example");
        assertThatThrownBy(() -> TwilioServer.access(place, Duration.ZERO)).hasMessageContaining("1 ms");
        assertThatThrownBy(() -> new TwilioAccess(" ", () -> "", Optional.empty(), Duration.ofSeconds(1)))
                .hasMessageContaining("SID");
        assertThatThrownBy(() -> new CallOrder("+1", "", "<Response/>", Duration.ofSeconds(1)))
                .hasMessageContaining("from, to");
        assertThatThrownBy(() -> new CallOrder("+1", "+1", "<Response/>", Duration.ofMillis(999)))
                .hasMessageContaining("1 s");
    }
}
