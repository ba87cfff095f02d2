package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.aws.AwsFront;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.AssetFront;
import cutover.twin.front.Bucket;
import cutover.twin.front.GatewayFront;
import cutover.twin.front.HerokuFront;
import cutover.twin.front.Hosts;
import cutover.twin.front.House;
import cutover.twin.log.LogEvent;
import cutover.twin.site.Assets;
import cutover.twin.site.ClearMyRecord;
import cutover.twin.site.People;
import cutover.twin.site.Vendor;
import cutover.twin.tls.Authority;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendors' calls all the way: through the fronts into the application, and its mail into the mailboxes. */
class WebhooksTest {

    private static final String INCOMING = "/phone/handle-incoming-call";
    private static final String RECORDED = "/phone/handle-new-message";
    private static final String GREETING = "/voicemail/CMR_voicemail_greeting.mp3";

    @TempDir
    private static Path folder;

    private static final Faults FAULTS = new Faults();

    private static Closers closers;
    private static Ground ground;
    private static Client client;

    @BeforeAll
    static void start() {
        closers = new Closers();
        Clock clock = Clock.systemUTC();
        Later later = closers.add(new Later());
        Ids ids = new Ids(new SplittableRandom(3));
        Authority authority = new Authority(clock, ids.branch());
        People people = new People(People.PERSONAS.stream().collect(Collectors.toMap(name -> name, name -> "pass")));
        Stock stock = closers.add(Stock.start(folder.resolve("database"), people, clock));
        ground = closers.add(new Ground(clock, ids, FAULTS, later, folder, authority));
        Sites sites = new Sites(FAULTS, clock, ids, ground, Vendor.MAILGUN_KEY, Vendor.TWILIO_TOKEN);
        Map<Side, ClearMyRecord> running = sites.over(stock.database().source());
        Assets assets = new Assets(sites.build(Side.NEW), FAULTS, Side.NEW);
        Bucket bucket = key -> assets.find(key).map(asset -> new Bucket.Stored(asset.content(), asset.contentType()));
        Duration limit = Duration.ofMillis(50);
        Streets streets = closers.add(new Streets(
                new House(later),
                authority,
                FAULTS,
                new GatewayFront(running.get(Side.NEW), ground.lambdaLog(), FAULTS, limit, clock, ids),
                new HerokuFront(running.get(Side.OLD), ground.herokuLog(), FAULTS, limit, clock, ids),
                new AssetFront(bucket, FAULTS, clock, ids),
                Map.of(),
                new Vendors(WebhooksTest::nowhere, new World(), authority, FAULTS, clock, ids, later),
                new AwsFront(ground.key(), Map.of(), ground.lambdaLog(), ground.group(), FAULTS, clock, ids)));
        client = new Client(
                authority.pem(),
                Map.of(
                        "https://" + Hosts.NEW, streets.https(Side.NEW),
                        "https://" + Hosts.OLD, streets.https(Side.OLD),
                        "https://" + Hosts.GATEWAY, streets.gateway(),
                        "https://" + Hosts.ASSETS, streets.assets()));
    }

    private static Streets nowhere() {
        throw new IllegalStateException("no vendor calls in these tests");
    }

    @AfterAll
    static void stop() {
        closers.close();
    }

    @AfterEach
    void reset() {
        FAULTS.clear();
        ground.reset();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theTestButtonsReportIsMailedToTheSender(Side side) throws Exception {
        assertThat(reported(side).status()).isEqualTo(200);

        MimeMessage mail = ground.mail().toEverybodyElse().get(0);
        assertThat(mail.getAllRecipients()[0]).hasToString("bob@clearmyrecord.org");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theTestButtonsReportFailsWhenItsBytesAreDamaged(Side side) throws Exception {
        FAULTS.switchOn(side, Fault.MULTIPART_DAMAGED);

        assertThat(reported(side).status()).isEqualTo(500);
        assertThat(ground.mail().toEverybodyElse()).isEmpty();
        assertThat(ground.mail().toAlerts()).hasSize(1);
        assertThat(client.send(
                                "POST",
                                url(side) + "/mailgun-bounce",
                                Vendor.encoded(Vendor.bounce()),
                                "Content-Type",
                                Vendor.FORM)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "www.clearmyrecord.org, ''",
        "clearmyrecord.codeforamerica.org, ''",
        "c7x2m9k4q1.execute-api.us-east-1.amazonaws.com, /production"
    })
    void aCallWithAQueryIsTakenAtEachAddress(String host, String stage) throws Exception {
        String site = "https://" + host + stage;

        Client.Seen answer = called(site + INCOMING + "?source=twilio&line=voicemail");
        Client.Seen second = called(site + RECORDED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("action=\"" + site + RECORDED + "\"");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEmpty();
        assertThat(new VoicemailBox(ground.mail().imapsPort(), client.trust())
                        .subjects("INBOX", ground.mail().voicemailPassword()))
                .singleElement()
                .asString()
                .matches("New voicemail \\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2} [AP]M P[SD]T");
    }

    @Test
    void aCallIsRefusedWhenItsQueryIsRewritten() throws Exception {
        FAULTS.switchOn(Side.NEW, Fault.VOICE_QUERY_REWRITTEN);

        assertThat(called(url(Side.NEW) + INCOMING + "?source=twilio&line=voicemail")
                        .status())
                .isEqualTo(404);
        assertThat(called(url(Side.NEW) + INCOMING).status()).isEqualTo(200);
    }

    @Test
    void theGreetingIsServedWhereTheAnswerNamesIt() throws Exception {
        Client.Seen stored = client.get("https://" + Hosts.ASSETS + GREETING);
        Client.Seen own = client.get(url(Side.OLD) + "/static" + GREETING);

        assertThat(called(url(Side.NEW) + INCOMING).text()).contains("<Play>https://" + Hosts.ASSETS + GREETING);
        assertThat(called(url(Side.OLD) + INCOMING).text()).contains("<Play>/static" + GREETING);
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(own.body()).isEqualTo(stored.body());
        FAULTS.switchOn(Side.NEW, Fault.GREETING_GONE);
        assertThat(client.get("https://" + Hosts.ASSETS + GREETING).status()).isEqualTo(403);
    }

    @Test
    void aWrongMailKeyIsAnErrorAndNobodyHearsOfIt() throws Exception {
        FAULTS.switchOn(Side.NEW, Fault.MAIL_KEY_WRONG);

        assertThat(called(url(Side.NEW) + RECORDED).status()).isEqualTo(500);
        assertThat(ground.mail().toVoicemail()).isEmpty();
        assertThat(ground.mail().toAlerts()).isEmpty();
    }

    @Test
    void aMissingMailKeyEndsInThePlatformsOwnAnswer() throws Exception {
        FAULTS.switchOn(Side.NEW, Fault.MAIL_KEY_MISSING);

        assertThat(reported(Side.NEW).status()).isEqualTo(500);
        assertThat(reported(Side.NEW).text()).contains("An uncaught exception happened");
    }

    @Test
    void blockedEgressHangsUntilThePlatformGivesUp() throws Exception {
        FAULTS.switchOn(Side.NEW, Fault.EGRESS_BLOCKED);
        FAULTS.switchOn(Side.OLD, Fault.EGRESS_BLOCKED);

        assertThat(called(url(Side.NEW) + RECORDED).status()).isEqualTo(504);
        assertThat(called(url(Side.OLD) + RECORDED).status()).isEqualTo(503);
        assertThat(called(url(Side.NEW) + INCOMING).status()).isEqualTo(200);
        assertThat(ground.mail().toVoicemail()).isEmpty();
    }

    @Test
    void eachCallHasItsAccessLineWithoutTheQuery() throws Exception {
        called(url(Side.NEW) + INCOMING + "?source=twilio");
        FAULTS.switchOn(Side.NEW, Fault.BOUNCE_MAIL_FAILS);
        reported(Side.NEW);

        assertThat(ground.group().found(Instant.MAX))
                .extracting(LogEvent::message)
                .anyMatch(line -> line.contains("\"POST " + INCOMING + " HTTP/1.1\" 200 "))
                .anyMatch(line -> line.contains("\"POST /mailgun-bounce HTTP/1.1\" 500 "))
                .anyMatch(line -> line.startsWith("[ERROR]")
                        && line.contains("Internal Server Error: /mailgun-bounce\nTraceback (most recent call last):"));
        assertThat(ground.mail().toAlerts()).hasSize(1);
    }

    private static String url(Side side) {
        return "https://" + (side == Side.NEW ? Hosts.NEW : Hosts.OLD);
    }

    private static Client.Seen reported(Side side) throws Exception {
        return client.send(
                "POST",
                url(side) + "/mailgun-bounce",
                Vendor.multipart(Vendor.bounce()),
                "Content-Type",
                "multipart/form-data; boundary=\"cut here\"");
    }

    private static Client.Seen called(String url) throws Exception {
        String signature = Vendor.callSignature(Vendor.TWILIO_TOKEN, url, Vendor.call());
        return client.send(
                "POST",
                url,
                Vendor.encoded(Vendor.call()),
                "Content-Type",
                Vendor.FORM,
                "X-Twilio-Signature",
                signature);
    }
}
