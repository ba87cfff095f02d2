package cutover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.runbook.Decision;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of channel against a real server of that kind, which checks the vendor's rules with code of its own. */
@Timeout(120)
class NoticeboardTest {

    private static final String SLACK = "  room: {kind: slack, url: SLACK_URL, within: 30s}\n";
    private static final String TEAMS = "  managers: {kind: teams, url: TEAMS_URL, within: 30s}\n";
    private static final String HOOK = "  pager: {kind: webhook, url: HOOK_URL, token: HOOK_TOKEN, within: 30s}\n";
    private static final String OWN = "  own: {kind: slack, url: OWN_URL, within: 30s}\n";

    @TempDir
    private Path folder;

    private final List<Incoming> asked = new CopyOnWriteArrayList<>();
    private final List<Reply> answers = new CopyOnWriteArrayList<>();
    private final Rooms rooms = new Rooms(this::answer);

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void everyKindOfChannelTakesAVerdict() throws Exception {
        List<Delivery> told = tell(SLACK + TEAMS + HOOK + rooms.mail("team", ""), notice());

        assertThat(told).hasSize(4).allMatch(Delivery::isAccepted);
        assertThat(rooms.rooms().inSlack()).singleElement(STRING).contains(words());
        assertThat(rooms.rooms().inTeams()).singleElement(STRING).contains(words());
        assertThat(rooms.rooms().atTheHook()).singleElement(STRING).contains("L6: no mail", "Look at the mailbox.");
        MimeMessage mail = rooms.mailbox().inbox().get(0);
        assertThat(mail.getSubject()).isEqualTo("NO-GO · prod · phase live");
        assertThat(mail.getContent().toString()).contains(words());
        assertThat(mail.getHeader("Importance")).containsExactly("high");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<cutover.run-7.no-go@team.example>")
                .doesNotContain(InetAddress.getLocalHost().getHostName());
    }

    @Test
    void theWebhookGetsADocumentForPrograms() throws IOException {
        tell(HOOK, notice());

        JsonNode document =
                JsonMapper.builder().build().readTree(rooms.rooms().atTheHook().get(0));
        assertThat(document.path("decision").asText()).isEqualTo("NO-GO");
        assertThat(document.path("severity").asText()).isEqualTo("critical");
        assertThat(document.path("run").asText()).isEqualTo("run-7");
        assertThat(document.path("toDo")).hasSize(2);
        assertThat(document.path("links").path(0).path("target").asText()).isEqualTo("https://ci.example/job/7");
    }

    @Test
    void whatTheTargetSaidIsNoMarkup() {
        String evil = "<!channel> <https://evil.example|mend> [mend](https://evil.example) **loud** & so on";
        List<Delivery> told = tell(SLACK + TEAMS, notice(evil));

        assertThat(told).allMatch(Delivery::isAccepted);
        String slack = rooms.rooms().inSlack().get(0);
        assertThat(slack).contains("{\"type\":\"plain_text\",\"text\":\"" + evil);
        assertThat(slack).doesNotContain("\"mrkdwn\",\"text\":\"" + evil);
        assertThat(rooms.rooms().inTeams().get(0)).contains("{\"type\":\"TextRun\",\"text\":\"" + evil);
    }

    @Test
    void aReasonWithoutEndIsCutToWhatTheVendorsTake() {
        List<Delivery> told = tell(SLACK + TEAMS, notice("x".repeat(100_000)));

        assertThat(told).hasSize(2).allMatch(Delivery::isAccepted);
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_REFUSES, Slack answers 404 no_service, the webhook was removed",
        "CHAT_ARCHIVED, Slack answers 410 channel_is_archived, unarchive the channel"
    })
    void aRefusalOfSlackSaysWhatToDo(Fault fault, String why, String toDo) {
        rooms.faults().switchOn(Side.NEW, fault);

        assertThat(tell(SLACK, notice())).singleElement().isInstanceOfSatisfying(Delivery.Refused.class, refused -> {
            assertThat(refused.channel()).isEqualTo("Slack channel room");
            assertThat(refused.why()).isEqualTo(why);
            assertThat(refused.toDo()).contains(toDo);
        });
    }

    @Test
    void aPayloadThatIsNotUnderstoodIsADefectOfTheSuite() {
        answers.add(says(400, "invalid_payload"));

        assertThat(tell(OWN, notice())).singleElement().isInstanceOfSatisfying(Delivery.Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo("Slack answers 400 invalid_payload");
            assertThat(refused.toDo()).startsWith("report a defect of the suite");
        });
    }

    @Test
    void whoeverAnswers200ButNotOkIsNotSlack() {
        answers.add(says(200, "<html>please sign in to the guest network</html>"));

        assertThat(tell(OWN, notice())).singleElement().isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void aWorkflowThatWasDeletedIsTold() {
        rooms.faults().switchOn(Side.NEW, Fault.WORKFLOW_DELETED);

        assertThat(tell(TEAMS, notice())).singleElement().isInstanceOfSatisfying(Delivery.Refused.class, refused -> {
            assertThat(refused.why()).contains("404", "WorkflowNotFound");
            assertThat(refused.toDo()).contains("make a new one");
        });
    }

    @Test
    void aSignatureThatDoesNotHoldIsTold() {
        assertThat(tell("  managers: {kind: teams, url: WRONG_SIGNATURE, within: 30s}\n", notice()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.toDo()).contains("signature"));
    }

    @Test
    void aConnectorThatSays200ThoughTeamsRefusedHasNotTold() {
        answers.add(says(
                200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413"));

        assertThat(tell("  managers: {kind: teams, url: OWN_URL, within: 30s}\n", notice()))
                .singleElement()
                .isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void aWebhookThatWantsATokenIsTold() {
        assertThat(tell("  pager: {kind: webhook, url: HOOK_URL, within: 30s}\n", notice()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo("it answers 401 who are you?"));
    }

    @Test
    void aBusyChannelIsAskedAgainWhenItSaysOnce() {
        answers.add(
                Reply.now(WebResponse.text(429, "text/plain", "rate_limited").with("Retry-After", "1")));
        answers.add(says(200, "ok"));

        assertThat(tell(OWN, notice())).singleElement().isInstanceOf(Delivery.Accepted.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aChannelThatStaysBusyIsNotAskedAThirdTime() {
        answers.add(
                Reply.now(WebResponse.text(429, "text/plain", "rate_limited").with("Retry-After", "1")));

        assertThat(tell(OWN, notice()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo("it is asked too often: 429 rate_limited, Retry-After 1"));
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "soon", "-1"})
    void aPauseThatIsTooLongOrNoneIsNotWaitedFor(String after) {
        answers.add(
                Reply.now(WebResponse.text(429, "text/plain", "rate_limited").with("Retry-After", after)));

        assertThat(tell(OWN, notice())).singleElement().isInstanceOf(Delivery.Refused.class);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void nothingElseIsRepeated(int status) {
        answers.add(says(status, "rollup_error"));

        assertThat(tell(OWN, notice())).singleElement().isInstanceOf(Delivery.Refused.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aChannelThatHangsIsGivenUpAndHoldsUpNoOther() {
        rooms.faults().switchOn(Side.NEW, Fault.CHAT_HANGS);

        List<Delivery> told = tell(SLACK.replace("30s", "2s") + HOOK, notice());

        assertThat(told.get(0))
                .isInstanceOfSatisfying(
                        Delivery.Lost.class, lost -> assertThat(lost.why()).isEqualTo("no answer within 2.0 s"));
        assertThat(told.get(1)).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNothing() {
        List<Delivery> told = rooms.board(rooms.environment(folder, SLACK + rooms.mail("team", "")), Optional.empty())
                .tell(notice(), Decision.NO_GO);

        assertThat(told)
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery)
                        .isInstanceOfSatisfying(
                                Delivery.Lost.class,
                                lost -> assertThat(lost.why()).contains("is not trusted")));
        assertThat(rooms.rooms().inSlack()).isEmpty();
        assertThat(rooms.mailbox().inbox()).isEmpty();
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        answers.add(says(200, "o".repeat(8 << 20)));

        assertThat(tell(OWN, notice()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.why()).hasSizeLessThan(300));
    }

    @Test
    void aSenderThatTheMailServerDoesNotKnowIsTold() {
        rooms.mailbox().takes(false);

        assertThat(tell(rooms.mail("team", ""), notice()))
                .singleElement()
                .isInstanceOfSatisfying(Delivery.Refused.class, refused -> {
                    assertThat(refused.why()).contains("550 5.7.1 Sender not permitted");
                    assertThat(refused.toDo()).startsWith("may cutover@team.example send there?");
                });
    }

    @Test
    void aWrongPasswordIsToldByItsName() {
        String mail = rooms.mail("team", "").replace("TEAM_MAIL_PASSWORD", "WRONG_PASSWORD");

        assertThat(tell(mail, notice()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.toDo())
                                .startsWith("is the user right, and the secret WRONG_PASSWORD?"));
    }

    @Test
    void aMailServerThatIsSilentIsLateAndNamed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "port: " + silent.getLocalPort();
            String mail =
                    rooms.mail("team", "").replaceFirst("port: \\d+", port).replace("30s", "2s");

            assertThat(tell(mail, notice()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Delivery.Lost.class,
                            lost -> assertThat(lost.why())
                                    .isEqualTo("127.0.0.1:" + silent.getLocalPort()
                                            + " has not taken the mail within 2.0 s"));
        }
    }

    @Test
    void aMailServerThatIsNotThereIsTold() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        String mail = rooms.mail("team", "").replaceFirst("port: \\d+", "port: " + port);

        assertThat(tell(mail, notice())).singleElement().isInstanceOf(Delivery.Lost.class);
    }

    @Test
    void mailOverTheDomainUnderTestIsLeftOutWhileAnotherChannelTakesIt() {
        String tested = rooms.mail("team", "").replace("cutover@team.example", "cutover@Tested.example");

        List<Delivery> told = tell(tested + SLACK, notice());

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isInstanceOf(Delivery.Accepted.class);
        assertThat(told.get(1)).isEqualTo(new Delivery.Withheld("mail team", "mail of tested.example is under test"));
        assertThat(rooms.mailbox().inbox()).isEmpty();
    }

    @Test
    void mailOverTheDomainUnderTestIsSentWhenNoOtherChannelTookIt() {
        rooms.faults().switchOn(Side.NEW, Fault.CHAT_ARCHIVED);
        String tested = rooms.mail("team", "").replace("cutover@team.example", "cutover@tested.example");

        List<Delivery> told = tell(tested + SLACK, notice());

        assertThat(told.get(0)).isInstanceOf(Delivery.Refused.class);
        assertThat(told.get(1))
                .isEqualTo(new Delivery.Accepted(
                        "mail team", "though mail of tested.example is under test, since no other channel took it"));
        assertThat(rooms.mailbox().inbox()).hasSize(1);
    }

    @Test
    void mailboxesThatTheStepsLookIntoAndMailgunItselfAreUnderTestToo() {
        String alerts = rooms.mail("alerts", "")
                .replace("to: [launch-team@codeforamerica.example]", "to: [alerts@example.org]");
        String mailgun = rooms.mail("gun", "").replace("host: 127.0.0.1", "host: smtp.eu.mailgun.org");
        String site = "  site: {kind: webhook, url: SITE_URL, within: 30s}\n";

        List<Delivery> told = tell(SLACK + alerts + mailgun + site, notice());

        assertThat(told)
                .containsExactlyInAnyOrder(
                        new Delivery.Accepted("Slack channel room", ""),
                        new Delivery.Withheld("mail alerts", "the steps look into the mailbox of alerts@example.org"),
                        new Delivery.Withheld("mail gun", "Mailgun would carry it, which is under test"),
                        new Delivery.Withheld("webhook site", "it leads to 127.0.0.2, which is under test"));
    }

    @Test
    void aDecisionIsToldOnlyWhereItIsWanted() {
        String quiet = SLACK.replace("within", "on: [go], within");

        assertThat(tell(quiet + HOOK, notice())).extracting(Delivery::channel).containsExactly("webhook pager");
        assertThat(rooms.board(rooms.environment(folder, quiet + HOOK)).tellAll(notice()))
                .hasSize(2);
    }

    @Test
    void noDeliveryTellsWhatIsSecret() {
        rooms.faults().switchOn(Side.NEW, Fault.CHAT_HANGS);
        rooms.faults().switchOn(Side.NEW, Fault.WORKFLOW_DELETED);
        rooms.mailbox().takes(false);

        List<Delivery> told = tell(
                SLACK.replace("30s", "2s") + TEAMS + HOOK.replace("token: HOOK_TOKEN, ", "") + rooms.mail("team", ""),
                notice());

        assertThat(told).hasSize(4).noneMatch(Delivery::isAccepted);
        assertThat(told.toString())
                .doesNotContain(rooms.rooms().slackTarget())
                .doesNotContain(rooms.rooms().workflowTarget())
                .doesNotContain(rooms.rooms().hookTarget())
                .doesNotContain(rooms.mailbox().password());
    }

    private List<Delivery> tell(String notifications, Notice notice) {
        return rooms.board(rooms.environment(folder, notifications)).tell(notice, Decision.NO_GO);
    }

    private Reply answer(Incoming request) {
        asked.add(request);
        return answers.get(Math.min(asked.size(), answers.size()) - 1);
    }

    private static Reply says(int status, String body) {
        return new Reply(WebResponse.text(status, "text/plain", body), Duration.ZERO);
    }

    private static String[] words() {
        return new String[] {
            "NO-GO · prod · phase live",
            "L6: no mail arrived",
            "Look at the mailbox.",
            "Point the record back.",
            "https://ci.example/job/7",
            "run-7"
        };
    }

    private static Notice notice() {
        return notice("L6: no mail arrived");
    }

    private static Notice notice(String first) {
        return new Notice(
                "NO-GO",
                Severity.CRITICAL,
                "run-7",
                "prod",
                "live",
                first,
                List.of("Look at the mailbox.", "Or take the step back: Point the record back."),
                List.of(new Link("Job", "https://ci.example/job/7")));
    }
}
