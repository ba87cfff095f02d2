package cutover.provider.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cutover.provider.Told;
import cutover.provider.mailgun.MailgunServer.Answer;
import cutover.provider.mailgun.MailgunServer.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailgunAccountTest {

    private static final String DOMAIN = "mg.example.org";
    private static final Instant BEGIN = Instant.parse("2018-01-12T20:00:00.4Z");
    private static final Instant END = Instant.parse("2018-01-12T20:10:00Z");
    private static final TestMessage MESSAGE = new TestMessage(
            DOMAIN,
            "Run <run@mg.example.org>",
            "alice+run1@example.com",
            "Run é 1",
            "Hello",
            Map.of("X-Run", "run-1"),
            Map.of("run", "run-1"));

    private static <T> T value(Told<T> told) {
        return told.value().orElseThrow(() -> new AssertionError(told.trouble()));
    }

    @Test
    void domainsAreReadWithEmptyTextsForWhatIsMissing() throws Exception {
        try (MailgunServer server = MailgunServer.always(
                        200,
                        "{\"total_count\":2,\"items\":[{\"name\":\"a.example\",\"state\":\"active\",\"wildcard\":true,"
                                + "\"spam_action\":\"tag\",\"created_at\":\"Wed, 10 Jul 2013 19:26:52 GMT\"},"
                                + "{\"name\":\"b.example\",\"state\":\"some new state\",\"spam_action\":null}]}");
                MailgunAccount account = server.account()) {
            assertThat(value(account.domains()))
                    .containsExactly(
                            new MailDomain("a.example", "active", true, "tag"),
                            new MailDomain("b.example", "some new state", false, ""));
            assertThat(server.asked()).hasSize(1);
            Asked asked = server.asked().get(0);
            assertThat(asked.target()).startsWith("/v4/domains?").contains("limit=100", "skip=0");
            assertThat(asked.authorization())
                    .isEqualTo("Basic "
                            + Base64.getEncoder()
                                    .encodeToString(("api:" + MailgunServer.KEY).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void onlyWebhooksThatAreSetAreTold() throws Exception {
        String body = """
                {"webhooks":{"clicked":null,"permanent_fail":{"urls":["https://a.example/x","https://b.example/x"]},
                "opened":{"urls":[]},"bounce":{"url":"https://old.example/mailgun-bounce"},"delivered":{"url":""}}}""";
        try (MailgunServer server = MailgunServer.always(200, body);
                MailgunAccount account = server.account()) {
            assertThat(value(account.webhooks(DOMAIN)))
                    .containsExactly(
                            Map.entry("permanent_fail", List.of("https://a.example/x", "https://b.example/x")),
                            Map.entry("bounce", List.of("https://old.example/mailgun-bounce")));
            assertThat(server.lines()).containsExactly("GET /v3/domains/mg.example.org/webhooks");
        }
    }

    @Test
    void noWebhooksAtAllAreAnAnswerToo() throws Exception {
        for (String none : List.of("{\"webhooks\":{}}", "{\"webhooks\":null}")) {
            try (MailgunServer server = MailgunServer.always(200, none);
                    MailgunAccount account = server.account()) {
                assertThat(value(account.webhooks(DOMAIN))).isEmpty();
                assertThat(value(account.accountHooks())).isEmpty();
            }
        }
    }

    @Test
    void webhooksOfTheWholeAccountAreRead() throws Exception {
        try (MailgunServer server = MailgunServer.always(
                        200,
                        "{\"webhooks\":[{\"webhook_id\":\"wh_1\",\"url\":\"https://a.example/x\",\"description\":\"\","
                                + "\"event_types\":[\"delivered\",\"permanent_fail\"],\"created_at\":\"x\"}]}");
                MailgunAccount account = server.account()) {
            assertThat(value(account.accountHooks()))
                    .containsExactly(
                            new AccountHook("wh_1", "https://a.example/x", List.of("delivered", "permanent_fail")));
            assertThat(server.lines()).containsExactly("GET /v1/webhooks");
        }
    }

    @Test
    void allPagesOfRoutesAreRead() throws Exception {
        try (MailgunServer server = new MailgunServer(asked -> {
                    int skip = asked.target().contains("skip=100") ? 100 : 0;
                    return Answer.of(200, routes(skip, skip == 0 ? 100 : 1));
                });
                MailgunAccount account = server.account()) {
            List<MailRoute> routes = value(account.routes());

            assertThat(routes).hasSize(101);
            assertThat(routes.get(100))
                    .isEqualTo(new MailRoute(
                            "r100",
                            7,
                            "",
                            "match_recipient(\"user@example.org\")",
                            List.of("forward(\"https://a.example/x\")", "stop()")));
            assertThat(server.asked()).hasSize(2);
        }
    }

    private static String routes(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> """
                        {"id":"r%d","priority":7,"description":null,"created_at":"odd",
                        "expression":"match_recipient(\\"user@example.org\\")",
                        "actions":["forward(\\"https://a.example/x\\")","stop()"]}""".formatted(number))
                .collect(Collectors.joining(",", "{\"total_count\":101,\"items\":[", "]}"));
    }

    @Test
    void aMailIsSentWithItsHeadersAndVariables() throws Exception {
        try (MailgunServer server = MailgunServer.always(
                        200, "{\"id\":\"<2018.1@mg.example.org>\",\"message\":\"Queued. Thank you.\"}");
                MailgunAccount account = server.account()) {
            assertThat(value(account.send(MESSAGE))).isEqualTo("2018.1@mg.example.org");

            assertThat(server.lines()).containsExactly("POST /v3/mg.example.org/messages");
            assertThat(parts(server.asked().get(0)))
                    .containsOnly(
                            Map.entry("from", "Run <run@mg.example.org>"),
                            Map.entry("to", "alice+run1@example.com"),
                            Map.entry("subject", "Run é 1"),
                            Map.entry("text", "Hello"),
                            Map.entry("h:X-Run", "run-1"),
                            Map.entry("v:run", "run-1"));
        }
    }

    /** Name to value of a body of form parts. */
    private static Map<String, String> parts(Asked asked) {
        String boundary = asked.body().lines().findFirst().orElseThrow();
        return List.of(asked.body().split(boundary)).stream()
                .filter(part -> part.contains("name=\""))
                .collect(Collectors.toMap(
                        part -> part.replaceAll("(?s).*name=\"([^\"]*)\".*", "$1"),
                        part -> part.substring(part.indexOf("\r\n\r\n")).strip()));
    }

    @Test
    void aTestCallTellsWhatTheWebhookAnswered() throws Exception {
        try (MailgunServer server = MailgunServer.always(200, "{\"code\":404,\"message\":\"Not Found\"}");
                MailgunAccount account = server.account()) {
            assertThat(value(account.testCall(DOMAIN, "permanent_fail", "https://a.example/mailgun-bounce")))
                    .isEqualTo(new TestCall(404, "Not Found"));
            assertThat(server.lines()).containsExactly("PUT /v3/domains/mg.example.org/webhooks/permanent_fail/test");
            assertThat(parts(server.asked().get(0))).containsOnly(Map.entry("url", "https://a.example/mailgun-bounce"));
        }
    }

    private static String event(String id, String timestamp, String more) {
        return "{\"id\":\"" + id + "\",\"event\":\"failed\",\"timestamp\":" + timestamp
                + ",\"recipient\":\"alice+run1@example.com\",\"message\":{\"headers\":{\"message-id\":\"m@x\"}}" + more
                + "}";
    }

    private static String events(String items, String next) {
        return "{\"items\":[" + items + "],\"paging\":{\"first\":\"https://api.mailgun.net/v3/d/events/A\",\"next\":"
                + "\"https://api.mailgun.net/v3/d/events/" + next + "\"}}";
    }

    @Test
    void eventsAreReadUntilAPageIsEmptyAndCutToTheTimesAskedFor() throws Exception {
        String early = event("e0", "1515787199.999", "");
        String first = event(
                "e1",
                "1515787200.0",
                ",\"severity\":\"permanent\",\"reason\":\"bounce\","
                        + "\"delivery-status\":{\"code\":550,\"message\":\"5.1.1 no\",\"description\":\"words\"}");
        String second = event("e2", "1515787800.0", ",\"severity\":\"odd\",\"reason\":\"suppress-bounce\"");
        String late = event("e3", "1515787800.000001", ",\"reject\":{\"reason\":\"Sandbox\"}");
        try (MailgunServer server = new MailgunServer(asked -> Answer.of(
                        200,
                        asked.target().endsWith("/events/WzI=")
                                        || asked.target().endsWith("/events/WzI%3D")
                                ? events(second + "," + late, "end")
                                : asked.target().endsWith("/events/end")
                                        ? events("", "end")
                                        : events(early + "," + first, "WzI=")));
                MailgunAccount account = server.account()) {
            assertThat(value(account.events(DOMAIN, BEGIN, END, "alice+run1@example.com")))
                    .containsExactly(
                            new MailEvent(
                                    "e1",
                                    "failed",
                                    Instant.parse("2018-01-12T20:00:00Z"),
                                    "alice+run1@example.com",
                                    "m@x",
                                    "permanent",
                                    550,
                                    "5.1.1 no"),
                            new MailEvent(
                                    "e2", "failed", END, "alice+run1@example.com", "m@x", "odd", 0, "suppress-bounce"));
            assertThat(server.asked()).hasSize(3);
            assertThat(server.asked().get(0).target())
                    .startsWith("/v3/mg.example.org/events?")
                    .contains("begin=1515787200", "end=1515787801", "ascending=yes", "limit=300")
                    .contains("recipient=alice%2Brun1%40example.com");
        }
    }

    @Test
    void eventsOfAllRecipientsAreAskedForWithoutOne() throws Exception {
        try (MailgunServer server = MailgunServer.always(200, events("", "end"));
                MailgunAccount account = server.account()) {
            assertThat(value(account.events(DOMAIN, BEGIN, END, ""))).isEmpty();
            assertThat(server.asked().get(0).target()).doesNotContain("recipient");
        }
    }

    @Test
    void pagesWithoutEndAreNotReadForEver() throws Exception {
        try (MailgunServer server = MailgunServer.always(200, events(event("e1", "1515787200", ""), "same"));
                MailgunAccount account = server.account()) {
            assertThat(account.events(DOMAIN, BEGIN, END, "").trouble())
                    .isEqualTo("Mailgun lists more than 100 pages of events");
        }
    }

    private static String stored(String key, String timestamp, String recipients) {
        return "{\"id\":\"s\",\"event\":\"stored\",\"timestamp\":" + timestamp
                + ",\"storage\":{\"key\":\"" + key + "\",\"url\":\"https://storage-us-east4.api.mailgun.net/v3/domains/"
                + DOMAIN + "/messages/" + key + "\"},\"message\":{\"headers\":{}},"
                + recipients + "}";
    }

    private static Answer storing(Asked asked) {
        if (asked.target().contains("/messages/GONE")) {
            return Answer.of(404, "{\"message\":\"Message not found\"}");
        }
        if (asked.target().contains("/messages/")) {
            return Answer.of(200, "{\"subject\":\"x\",\"body-mime\":\"Subject: x\\r\\n\\r\\n\\u00e9\\r\\n\"}");
        }
        return Answer.of(
                200,
                asked.target().contains("/events/")
                        ? events("", "end")
                        : events(
                                stored("OLD", "1515787199.0", "\"recipient\":\"inbox@mg.example.org\"") + ","
                                        + stored("K1=", "1515787201.5", "\"recipient\":\"Inbox@mg.example.org\"") + ","
                                        + stored("GONE", "1515787202", "\"recipient\":\"inbox@mg.example.org\"") + ","
                                        + stored("ELSE", "1515787203", "\"recipient\":\"else@mg.example.org\"") + ","
                                        + stored("K2", "1515787204", "\"x\":1")
                                                .replace(
                                                        "\"headers\":{}",
                                                        "\"headers\":{},\"recipients\":[\"a@b.c\",\"inbox@mg.example.org\"]"),
                                "end"));
    }

    @Test
    void storedMailsOfARecipientAreFetchedAsTheyCame() throws Exception {
        try (MailgunServer server = new MailgunServer(MailgunAccountTest::storing);
                MailgunAccount account = server.account()) {
            List<StoredMail> mails = value(account.stored(DOMAIN, "inbox@mg.example.org", BEGIN));

            assertThat(mails)
                    .extracting(StoredMail::recipient)
                    .containsExactly("Inbox@mg.example.org", "inbox@mg.example.org");
            assertThat(mails.get(0).at()).isEqualTo(Instant.parse("2018-01-12T20:00:01.5Z"));
            assertThat(mails.get(0).mime()).asString(StandardCharsets.UTF_8).isEqualTo("Subject: x\r\n\r\né\r\n");
            assertThat(mails.get(0).url())
                    .isEqualTo("https://storage-us-east4.api.mailgun.net/v3/domains/mg.example.org/messages/K1=");
            assertThat(server.asked())
                    .filteredOn(asked -> asked.target().contains("/messages/"))
                    .extracting(Asked::line, Asked::accept)
                    .containsExactly(
                            tuple("GET /v3/domains/mg.example.org/messages/K1=", "message/rfc2822"),
                            tuple("GET /v3/domains/mg.example.org/messages/GONE", "message/rfc2822"),
                            tuple("GET /v3/domains/mg.example.org/messages/K2", "message/rfc2822"));
            assertThat(server.asked().get(0).target()).contains("event=stored", "begin=1515787200", "ascending=yes");
        }
    }

    @Test
    void storedMailsOfEverybodyComeWithTheirFirstRecipient() throws Exception {
        try (MailgunServer server = new MailgunServer(MailgunAccountTest::storing);
                MailgunAccount account = server.account()) {
            assertThat(value(account.stored(DOMAIN, "", BEGIN)))
                    .extracting(StoredMail::recipient)
                    .containsExactly("Inbox@mg.example.org", "else@mg.example.org", "a@b.c");
        }
    }

    @Test
    void deletingIsDoneAlsoWhenNothingWasThere() throws Exception {
        StoredMail mail = new StoredMail(
                "https://sw.api.mailgun.net/v3/domains/mg.example.org/messages/K1", "a@b.c", BEGIN, new byte[0]);
        for (int status : List.of(200, 404)) {
            try (MailgunServer server = MailgunServer.always(status, "{\"message\":\"whatever\"}");
                    MailgunAccount account = server.account()) {
                assertThat(value(account.deleteStored(mail))).isTrue();
                assertThat(value(account.deleteSuppression(DOMAIN, "alice+run1@example.com")))
                        .isTrue();
                assertThat(server.lines())
                        .containsExactly(
                                "DELETE /v3/domains/mg.example.org/messages/K1",
                                "DELETE /v3/mg.example.org/bounces/alice%2Brun1%40example.com");
            }
        }
    }

    @Test
    void aStoredMailCannotBeChangedFromOutside() {
        byte[] given = {1, 2};
        StoredMail mail = new StoredMail("u", "a@b.c", BEGIN, given);
        given[0] = 9;
        mail.mime()[1] = 9;

        assertThat(mail.mime()).containsExactly(1, 2);
        assertThat(mail).isEqualTo(new StoredMail("u", "a@b.c", BEGIN, new byte[] {1, 2}));
        assertThat(mail.toString()).contains("a@b.c", "2 bytes");
    }
}
