package cutover.provider.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.provider.Told;
import cutover.provider.mailgun.MailgunServer.Answer;
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

class MailgunTroubleTest {

    private static final String DOMAIN = "mg.example.org";
    private static final TestMessage MESSAGE =
            new TestMessage(DOMAIN, "a@mg.example.org", "b@example.com", "Run", "Hello", Map.of(), Map.of());
    private static final StoredMail MAIL =
            new StoredMail("https://sw.api.mailgun.net/v3/domains/d/messages/K", "a@b.c", Instant.EPOCH, new byte[0]);
    private static final List<Function<MailgunAccount, Told<?>>> READS = List.of(
            MailgunAccount::domains,
            account -> account.webhooks(DOMAIN),
            MailgunAccount::accountHooks,
            MailgunAccount::routes,
            account -> account.events(DOMAIN, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), ""),
            account -> account.stored(DOMAIN, "", Instant.EPOCH));
    private static final List<Function<MailgunAccount, Told<?>>> POSTS = List.of(
            account -> account.send(MESSAGE),
            account -> account.testCall(DOMAIN, "permanent_fail", "https://a.example"));
    private static final List<Function<MailgunAccount, Told<?>>> DELETIONS =
            List.of(account -> account.deleteStored(MAIL), account -> account.deleteSuppression(DOMAIN, "a@b.c"));
    private static final MailRoute ROUTE =
            new MailRoute("R1", 0, "", "catch_all()", List.of("forward(\"https://a.example\")"));
    private static final List<Function<MailgunAccount, Told<?>>> CHANGES = List.of(
            account -> account.pointWebhookAt(DOMAIN, "permanent_fail", List.of("https://b.example")),
            account -> account.pointRouteAt(ROUTE, "https://b.example"));
    private static final List<Function<MailgunAccount, Told<?>>> ALL =
            List.of(READS, POSTS, DELETIONS, CHANGES).stream()
                    .flatMap(List::stream)
                    .toList();

    private static Told<?> told(MailgunServer server, Function<MailgunAccount, Told<?>> question) {
        try (MailgunAccount account = server.account()) {
            return question.apply(account);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 302})
    void everythingIsSentOnceWhateverTheAnswer(int status) throws Exception {
        for (Function<MailgunAccount, Told<?>> any : ALL) {
            try (MailgunServer server = MailgunServer.always(status, "{\"message\":\"down\"}")) {
                assertThat(told(server, any)).isEqualTo(Told.unavailable("Mailgun answers " + status));
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void mailsAndTestCallsAreSentOnceWhenTheConnectionBreaks() throws Exception {
        for (Function<MailgunAccount, Told<?>> post : POSTS) {
            try (MailgunServer server = new MailgunServer(asked -> MailgunServer.DROP)) {
                assertThat(told(server, post).trouble()).startsWith("no answer from Mailgun: ");
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void theRestIsSentTwiceAtMostWhenTheConnectionBreaks() throws Exception {
        for (List<Function<MailgunAccount, Told<?>>> some : List.of(READS, DELETIONS, CHANGES)) {
            for (Function<MailgunAccount, Told<?>> question : some) {
                try (MailgunServer server = new MailgunServer(asked -> MailgunServer.DROP)) {
                    assertThat(told(server, question).trouble()).startsWith("no answer from Mailgun: ");
                    assertThat(server.asked()).hasSizeBetween(1, 2);
                }
            }
        }
    }

    @Test
    void tooManyCallsAreToldWithTheWaitAndNotRepeated() throws Exception {
        for (Function<MailgunAccount, Told<?>> any : ALL) {
            try (MailgunServer server =
                    new MailgunServer(asked -> new Answer(429, "{}", Map.of("Retry-After", "30")))) {
                assertThat(told(server, any).trouble()).isEqualTo("Mailgun answers 429, asks to wait 30 s");
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409})
    void aRefusalIsToldWithMailgunsWords(int status) throws Exception {
        for (Function<MailgunAccount, Told<?>> any : ALL) {
            try (MailgunServer server = MailgunServer.always(status, "{\"message\":\"not allowed\"}")) {
                assertThat(told(server, any)).isEqualTo(Told.refused(status, "", "not allowed"));
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @Test
    void whatIsNotThereIsRefused() throws Exception {
        for (List<Function<MailgunAccount, Told<?>>> some : List.of(READS, POSTS, CHANGES)) {
            for (Function<MailgunAccount, Told<?>> question : some) {
                try (MailgunServer server = MailgunServer.always(404, "{\"message\":\"Domain not found\"}")) {
                    assertThat(told(server, question)).isEqualTo(Told.refused(404, "", "Domain not found"));
                }
            }
        }
    }

    @Test
    void aWrongKeyIsARefusalThoughItIsAnsweredInPlainText() throws Exception {
        for (Function<MailgunAccount, Told<?>> any : ALL) {
            try (MailgunServer server = MailgunServer.always(401, "Forbidden")) {
                assertThat(told(server, any).<Integer>fold(value -> 0, refused -> refused.status(), unavailable -> -1))
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aPageOfSomebodyBetweenUsIsNoRefusal() throws Exception {
        try (MailgunServer server = MailgunServer.always(403, "<html>proxy</html>")) {
            assertThat(told(server, MailgunAccount::domains))
                    .isEqualTo(Told.unavailable("Mailgun answers 403 with something that is not JSON"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{\"items\":", "[]", "{}", "\"text\"", ""})
    void anAnswerThatIsNotWhatWasAskedForIsUnavailable(String body) throws Exception {
        for (List<Function<MailgunAccount, Told<?>>> some : List.of(READS, POSTS, CHANGES)) {
            for (Function<MailgunAccount, Told<?>> question : some) {
                try (MailgunServer server = MailgunServer.always(200, body)) {
                    assertThat(told(server, question))
                            .isEqualTo(
                                    Told.unavailable("Mailgun answers with something other than what was asked for"));
                }
            }
        }
    }

    @Test
    void aHostThatHangsEndsAtTheTimeoutInTotal() throws Exception {
        for (Function<MailgunAccount, Told<?>> any : ALL) {
            try (MailgunServer server = new MailgunServer(asked -> MailgunServer.HANG);
                    MailgunAccount account = server.account(Duration.ofMillis(200))) {
                assertThat(any.apply(account)).isEqualTo(Told.unavailable("Mailgun: no answer within 200 ms"));
            }
        }
    }

    @Test
    void nobodyListeningIsToldAsSuch() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        MailgunAccess access = MailgunServer.access(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(20));
        try (MailgunAccount account = new MailgunAccount(access)) {
            assertThat(account.domains().trouble())
                    .startsWith("no answer from Mailgun: ")
                    .contains("refused");
        }
    }

    @Test
    void theKeyGoesToMailgunOnly() {
        MailgunAccess access = new MailgunAccess("eu", () -> "key", Optional.empty(), Duration.ofSeconds(5));
        try (MailgunAccount account = new MailgunAccount(access)) {
            for (String url : List.of(
                    "https://mailgun.net.evil.example/x",
                    "http://sw.api.mailgun.net/x",
                    "https://evilmailgun.net/x",
                    "/x")) {
                StoredMail elsewhere = new StoredMail(url, "a@b.c", Instant.EPOCH, new byte[0]);
                assertThat(account.deleteStored(elsewhere).trouble())
                        .isEqualTo("Mailgun names " + url + " for a mail, where our key must not go");
            }
        }
    }

    @Test
    void theKeyStandsInNoText() throws Exception {
        try (MailgunServer server = MailgunServer.always(401, "Forbidden")) {
            MailgunAccess access = MailgunServer.access(server.place(), Duration.ofSeconds(20));
            assertThat(access.toString()).contains("us").doesNotContain(MailgunServer.KEY);
            assertThat(told(server, MailgunAccount::domains).trouble()).doesNotContain(MailgunServer.KEY);
        }
    }

    @Test
    void aKeyThatIsMissingIsOurOwnFault() {
        MailgunAccess access = new MailgunAccess(
                "us",
                () -> {
                    throw new IllegalStateException("no secret");
                },
                Optional.empty(),
                Duration.ofSeconds(1));
        try (MailgunAccount account = new MailgunAccount(access)) {
            assertThatThrownBy(account::domains).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsSent() {
        URI place = URI.create("http://a.example");
        assertThatThrownBy(() -> MailgunServer.access(place, Duration.ZERO)).hasMessageContaining("1 ms");
        assertThatThrownBy(() -> MailgunServer.access(URI.create("http://a.example/v3"), Duration.ofSeconds(1)))
                .hasMessageContaining("/v3");
        assertThatThrownBy(() -> new MailgunAccess("asia", () -> "", Optional.empty(), Duration.ofSeconds(1)))
                .hasMessageContaining("asia");
        assertThatThrownBy(() -> new TestMessage(DOMAIN, "a@b.c", "", "s", "t", Map.of(), Map.of()))
                .hasMessageContaining("to");
    }
}
