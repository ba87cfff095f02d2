package cutover.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.patience.Patience;
import cutover.provider.RecordSet;
import cutover.provider.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of Route 53 that the rehearsal does not give. */
class HostedZoneAnswersTest {

    private static final RecordSet WANTED = new RecordSet("example.org", "A", 60, List.of("192.0.2.1"));
    private static final String ZONE =
            zones("<HostedZone><Id>/hostedzone/Z1</Id><Name>example.org.</Name></HostedZone>");
    private static final String PLAIN = sets("<ResourceRecordSet><Name>example.org.</Name><Type>A</Type><TTL>60</TTL>"
            + "<ResourceRecords><ResourceRecord><Value>192.0.2.9</Value></ResourceRecord></ResourceRecords>"
            + "</ResourceRecordSet>");
    private static final String BEGUN = state("ChangeResourceRecordSetsResponse");
    private static final String PENDING = state("GetChangeResponse");

    @Test
    void anAliasIsLeftAsItIs() throws Exception {
        String alias = sets("<ResourceRecordSet><Name>example.org.</Name><Type>A</Type><AliasTarget>"
                + "<HostedZoneId>Z2</HostedZoneId><DNSName>site.example.</DNSName>"
                + "<EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>");

        assertLeft(alias, "an alias of site.example.");
    }

    @Test
    void aSetAmongSeveralByWeightIsLeftAsItIs() throws Exception {
        String weighted = sets("<ResourceRecordSet><Name>example.org.</Name><Type>A</Type>"
                + "<SetIdentifier>blue</SetIdentifier><Weight>1</Weight><TTL>60</TTL><ResourceRecords><ResourceRecord>"
                + "<Value>192.0.2.9</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>");

        assertLeft(weighted, "one of several sets, blue");
    }

    private static void assertLeft(String listed, String what) throws IOException {
        String trouble = "example.org A is " + what + " at Route 53, which is left as it is";
        try (AwsServer server = server(ZONE, listed)) {
            assertThat(zone(server).records("example.org", "A")).isEqualTo(Told.unavailable(trouble));
        }
        try (AwsServer server = server(ZONE, listed)) {
            assertThat(zone(server).replace(List.of(WANTED), List.of())).isEqualTo(Told.unavailable(trouble));
            assertThat(server.asked()).hasSize(2).noneMatch(request -> request.startsWith("POST"));
        }
    }

    @Test
    void aPrivateZoneOfTheSameNameIsNotTheOneThatTheWorldAsks() throws Exception {
        String both = zones("<HostedZone><Id>/hostedzone/Z0</Id><Name>example.org.</Name>"
                + "<Config><PrivateZone>true</PrivateZone></Config></HostedZone>"
                + "<HostedZone><Id>/hostedzone/Z1</Id><Name>example.org.</Name>"
                + "<Config><PrivateZone>false</PrivateZone></Config></HostedZone>");
        try (AwsServer server = server(both, PLAIN)) {
            assertThat(zone(server)
                            .records("example.org", "A")
                            .value()
                            .orElseThrow()
                            .values())
                    .containsExactly("192.0.2.9");
            assertThat(server.asked().get(1)).startsWith("GET /2013-04-01/hostedzone/Z1/rrset");
        }
    }

    @Test
    void ofTwoPublicZonesOfOneNameNoneIsChanged() throws Exception {
        String two = zones("<HostedZone><Id>/hostedzone/Z1</Id><Name>example.org.</Name></HostedZone>"
                + "<HostedZone><Id>/hostedzone/Z2</Id><Name>example.org.</Name></HostedZone>");
        try (AwsServer server = server(two)) {
            assertThat(zone(server).replace(List.of(WANTED), List.of()).trouble())
                    .isEqualTo(
                            "Route 53 has 2 public zones example.org, [Z1, Z2], and which of them the world asks is not"
                                    + " known here");
        }
    }

    @Test
    void anAsteriskIsNotTheNameThatItsNumberSpells() throws Exception {
        String star = sets(
                "<ResourceRecordSet><Name>\\052.example.org.</Name><Type>A</Type><TTL>60</TTL><ResourceRecords>"
                        + "<ResourceRecord><Value>192.0.2.9</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>");
        try (AwsServer server = server(ZONE, star)) {
            HostedZone zone = zone(server);
            assertThat(zone.records("4.example.org", "A").value().orElseThrow().values())
                    .isEmpty();
            assertThat(zone.records("*.example.org", "A").value().orElseThrow().values())
                    .containsExactly("192.0.2.9");
        }
    }

    @Test
    void whatIsWrongWithABatchIsToldInItsOlderShapeToo() throws Exception {
        String wrong = xml(
                400,
                "<InvalidChangeBatch xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Messages><Message>one"
                        + "</Message><Message>two</Message></Messages></InvalidChangeBatch>");
        try (AwsServer server = server(ZONE, PLAIN, wrong)) {
            assertThat(zone(server).replace(List.of(WANTED), List.of()).trouble())
                    .isEqualTo("it refuses our call with 400 InvalidChangeBatch: one; two");
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void aChangeThatDoesNotArriveIsToldAsTaken() throws Exception {
        try (AwsServer server = server(ZONE, PLAIN, BEGUN, PENDING)) {
            assertThat(zone(server).replace(List.of(WANTED), List.of()).trouble())
                    .startsWith(
                            "Route 53 has taken the change C1, and some of its servers do not have it yet: waited ");
        }
    }

    @Test
    void aChangeWhoseStateIsNotToldIsToldAsTaken() throws Exception {
        String denied = xml(
                403,
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized to perform: route53:GetChange"
                        + "</Message></Error></ErrorResponse>");
        try (AwsServer server = server(ZONE, PLAIN, BEGUN, denied)) {
            assertThat(zone(server).replace(List.of(WANTED), List.of()).trouble())
                    .startsWith("Route 53 has taken the change C1, and does not tell whether its servers have it: ")
                    .endsWith("route53:GetChange");
        }
    }

    private static HostedZone zone(AwsServer server) {
        return new HostedZone(
                server.access(), "example.org", new Patience(Duration.ofMillis(200), Duration.ofMillis(20)));
    }

    /** The last answer is given again and again. */
    private static AwsServer server(String... answers) throws IOException {
        return new AwsServer(number -> answers[Math.min(number, answers.length) - 1]);
    }

    private static String zones(String zones) {
        return answer("ListHostedZonesByNameResponse", "<HostedZones>" + zones + "</HostedZones>");
    }

    private static String sets(String sets) {
        return answer("ListResourceRecordSetsResponse", "<ResourceRecordSets>" + sets + "</ResourceRecordSets>");
    }

    private static String state(String answer) {
        return answer(
                answer,
                "<ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2026-01-12T12:00:00Z</SubmittedAt>"
                        + "</ChangeInfo>");
    }

    private static String answer(String name, String content) {
        return xml(
                200,
                "<" + name + " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">" + content + "</" + name + ">");
    }

    private static String xml(int number, String body) {
        return "HTTP/1.1 " + number + " X\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}
