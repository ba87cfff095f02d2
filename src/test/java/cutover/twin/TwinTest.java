package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

/** The whole twin, through its public door only; each test leaves it as it was by a reset. */
class TwinTest {

    @TempDir
    private static Path folder;

    private static Twin twin;

    @BeforeAll
    static void start() {
        twin = Twin.start(Clock.systemUTC(), new SplittableRandom(1), folder);
    }

    @AfterAll
    static void end() {
        twin.close();
    }

    @AfterEach
    void reset() {
        twin.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "https://" + Hosts.NEW + "/health/, 200",
        "https://" + Hosts.OLD + "/health/, 200",
        "https://" + Hosts.GATEWAY + "/production/health/, 200",
        "https://" + Hosts.NEW + "/applications/, 302",
        "http://" + Hosts.NEW + "/health/, 301",
        "http://" + Hosts.OLD + "/health/, 301",
        "https://" + Hosts.ASSETS + "/, 403",
        "https://" + Hosts.ASSETS + "/admin/css/base.css, 200",
        "https://" + Hosts.OLD + "/static/admin/css/base.css, 200"
    })
    void theApplicationAnswersOnItsHosts(String url, int status) throws Exception {
        assertThat(client(twin).get(url).status()).isEqualTo(status);
    }

    @Test
    void aForeignHostIsRefusedByTheApplication() throws Exception {
        assertThat(client(twin)
                        .get("https://" + Hosts.NEW + "/health/", "Host", "evil.example.test")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "staff", "orguser", "bigorguser", "emptyorguser"})
    void eachPersonaSignsInWithItsSecret(String persona) throws Exception {
        for (String host : List.of(Hosts.NEW, Hosts.OLD)) {
            assertThat(applications(host, signedIn(host, persona)).status()).isEqualTo(200);
        }
    }

    @Test
    void anErrorPageComesWithItsMailAndItsRecord() throws Exception {
        String cookie = signedIn(Hosts.NEW, "superuser");

        Client.Seen page = client(twin).get("https://" + Hosts.NEW + "/health/error?run=r1", "Cookie", cookie);

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("Server Error (500)");
        assertThat(mails()).containsExactly("[Django] ERROR (EXTERNAL IP): Internal Server Error: /health/error");
        try (Cloud cloud = cloud()) {
            assertThat(cloud.found("\"[ERROR]\" \"Internal Server Error: /health/error\""))
                    .hasSize(1);
            assertThat(cloud.found("\"GET /health/error HTTP/1.1\\\" 500\"")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL_KEY_MISSING, 500, application/json, 0",
        "EGRESS_BLOCKED, 504, application/json, 0",
        "MAIL_KEY_WRONG, 500, text/html, 0",
        "ONLY_OLD_MAIL, 500, text/html, 1"
    })
    void troubleWithMailShowsOnTheErrorPageOnlyWhereItReallyDoes(Fault fault, int status, String type, int mails)
            throws Exception {
        String cookie = signedIn(Hosts.NEW, "superuser");
        twin.faults().switchOn(Side.NEW, fault);

        Client.Seen page = client(twin).get("https://" + Hosts.NEW + "/health/error", "Cookie", cookie);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("Content-Type")).startsWith(type);
        assertThat(mails()).hasSize(mails);
    }

    @Test
    void theDebugTaskIsStartedThroughTheVendorsApiAndFoundInItsLog() {
        try (Cloud cloud = cloud()) {
            String starter = cloud.lambda()
                    .invoke(r -> r.functionName("intake-production")
                            .payload(SdkBytes.fromUtf8String("{\"manage\": \"run_debug_task\"}")))
                    .responseMetadata()
                    .requestId();

            String stream =
                    cloud.awaited("\"Request: 'test single arguement'\"").get(0).logStreamName();
            assertThat(cloud.found("\"START RequestId: " + starter + "\""))
                    .hasSize(1)
                    .noneMatch(start -> start.logStreamName().equals(stream));
        }
    }

    @Test
    void whatAVisitLeavesIsCountedAndResetAway() throws Exception {
        Counters before = twin.counters();

        client(twin).get("https://" + Hosts.NEW + "/accounts/login/");

        assertThat(twin.counters().visitors()).isEqualTo(before.visitors() + 1);
        assertThat(twin.counters().content()).isEqualTo(before.content());
        twin.reset();
        assertThat(twin.counters()).isEqualTo(before);
    }

    @Test
    void theOldSitesDebugTaskIsFoundInItsLog() {
        twin.runDebugTask(Side.OLD);

        Path log = Path.of(twin.values().get("twin.old.log"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(log).content().contains("app[worker.1]: Request: "));
    }

    @Test
    void allThatAnEnvironmentNeedsIsGiven() throws Exception {
        assertThat(twin.values())
                .containsKeys(
                        "twin.ca",
                        "twin.ca.spki",
                        "twin.new.https",
                        "twin.new.http",
                        "twin.old.https",
                        "twin.old.http",
                        "twin.gateway.https",
                        "twin.assets.https",
                        "twin.imap.host",
                        "twin.imap.port",
                        "twin.aws.endpoint",
                        "twin.old.log",
                        "twin.build.new",
                        "twin.build.old",
                        "twin.seed.submissions",
                        "twin.seed.newest.lastName",
                        "twin.seed.pdfs",
                        "twin.login.superuser")
                .doesNotContainValue("");
        assertThat(Files.readString(Path.of(twin.values().get("twin.ca")))).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(twin.secrets())
                .containsOnlyKeys(
                        "TWIN_SUPERUSER_PASSWORD",
                        "TWIN_STAFF_PASSWORD",
                        "TWIN_ORGUSER_PASSWORD",
                        "TWIN_BIGORGUSER_PASSWORD",
                        "TWIN_EMPTYORGUSER_PASSWORD",
                        "TWIN_ALERTS_PASSWORD",
                        "TWIN_AWS_ACCESS_KEY_ID",
                        "TWIN_AWS_SECRET_ACCESS_KEY",
                        "TWIN_RETIRED_ACCESS_KEY_ID",
                        "TWIN_RETIRED_SECRET_ACCESS_KEY",
                        "TWIN_RETIRED_DATABASE_PASSWORD",
                        "TWIN_AUDITOR_PASSWORD",
                        "TWIN_EARLIER_SESSION",
                        "TWIN_MASTER_PASSWORD",
                        "TWIN_DNS_UPDATE_KEY",
                        "TWIN_HEROKU_TOKEN",
                        "TWIN_PINGDOM_TOKEN",
                        "TWIN_SLACK_WEBHOOK",
                        "TWIN_TEAMS_WEBHOOK",
                        "TWIN_TEAM_HOOK",
                        "TWIN_TEAM_HOOK_TOKEN",
                        "TWIN_TEAM_MAIL_PASSWORD",
                        "TWIN_VOICEMAIL_PASSWORD",
                        "TWIN_TWILIO_AUTH_TOKEN",
                        "TWIN_MAILGUN_KEY");
        assertThat(twin.secrets().values()).doesNotHaveDuplicates();
        assertThat(twin.values().values())
                .doesNotContainAnyElementsOf(twin.secrets().values());
    }

    @Test
    void anotherTwinRunsBesideItAndLeavesNoPortOpen(@TempDir Path other) throws Exception {
        Twin second = Twin.start(Clock.systemUTC(), new SplittableRandom(2), other);
        List<Integer> ports = ports(second);
        try {
            second.faults().switchOn(Side.NEW, Fault.PARKING_PAGE);
            assertThat(client(second).get("https://" + Hosts.NEW + "/health/").text())
                    .contains("parked");
            assertThat(client(twin).get("https://" + Hosts.NEW + "/health/").text())
                    .isEqualTo("Everything seems fine");
        } finally {
            second.close();
        }

        assertThat(ports)
                .isNotEmpty()
                .allSatisfy(port -> assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void withoutItsFolderNothingIsStarted() {
        assertThatThrownBy(() -> Twin.start(Clock.systemUTC(), new SplittableRandom(3), folder.resolve("missing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }

    private static List<Integer> ports(Twin twin) {
        return twin.values().entrySet().stream()
                .filter(value -> value.getKey().matches("twin\\.(new|old|gateway|assets|imap)\\.(https?|port)"))
                .map(value -> Integer.parseInt(value.getValue()))
                .toList();
    }

    private static Client client(Twin twin) {
        Map<String, String> values = twin.values();
        try {
            return new Client(
                    Files.readString(Path.of(values.get("twin.ca"))),
                    Map.of(
                            "https://" + Hosts.NEW, Integer.parseInt(values.get("twin.new.https")),
                            "http://" + Hosts.NEW, Integer.parseInt(values.get("twin.new.http")),
                            "https://" + Hosts.OLD, Integer.parseInt(values.get("twin.old.https")),
                            "http://" + Hosts.OLD, Integer.parseInt(values.get("twin.old.http")),
                            "https://" + Hosts.GATEWAY, Integer.parseInt(values.get("twin.gateway.https")),
                            "https://" + Hosts.ASSETS, Integer.parseInt(values.get("twin.assets.https"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Client.Seen applications(String host, String cookie) throws IOException {
        return client(twin).get("https://" + host + "/applications/", "Cookie", cookie);
    }

    /** @return the cookies of the session */
    private static String signedIn(String host, String persona) throws IOException {
        String login = "https://" + host + "/accounts/login/";
        Client.Seen form = client(twin).get(login);
        Matcher token = Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"")
                .matcher(form.text());
        assertThat(token.find()).isTrue();
        String body = Map.of(
                        "csrfmiddlewaretoken", token.group(1),
                        "login", twin.values().get("twin.login." + persona),
                        "password", twin.secrets().get("TWIN_" + persona.toUpperCase(Locale.ROOT) + "_PASSWORD"))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Client.Seen answer = client(twin)
                .send(
                        "POST",
                        login,
                        body,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Referer",
                        login,
                        "Cookie",
                        cookies(form));
        assertThat(answer.status()).isEqualTo(302);
        return cookies(answer);
    }

    private static String cookies(Client.Seen seen) {
        return seen.all("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static Cloud cloud() {
        return Cloud.at(
                twin.values().get("twin.aws.endpoint"),
                twin.secrets().get("TWIN_AWS_ACCESS_KEY_ID"),
                twin.secrets().get("TWIN_AWS_SECRET_ACCESS_KEY"));
    }

    private static List<String> mails() throws Exception {
        return Inbox.subjects(
                Integer.parseInt(twin.values().get("twin.imap.port")),
                twin.secrets().get("TWIN_ALERTS_PASSWORD"));
    }
}
