package cutover.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsAccountTest {

    @Test
    void theSnapshotsOfAllPagesAreTold() throws Exception {
        try (AwsServer server =
                new AwsServer(number -> xml(200, snapshots(number == 1 ? "<Marker>2</Marker>" : "", number)))) {
            assertThat(new AwsAccount(server.access()).snapshots("db").value().orElseThrow())
                    .containsExactly(
                            new Snapshot(
                                    "s1",
                                    "db",
                                    "creating",
                                    40,
                                    "manual",
                                    Optional.of(Instant.parse("2026-01-02T03:04:05Z"))),
                            new Snapshot(
                                    "s2",
                                    "db",
                                    "creating",
                                    40,
                                    "manual",
                                    Optional.of(Instant.parse("2026-01-02T03:04:05Z"))));
            assertThat(server.asked().get(1))
                    .contains("DBInstanceIdentifier=db")
                    .contains("Marker=2");
        }
    }

    @Test
    void aSnapshotThatHasOnlyJustBegunHasNoTime() throws Exception {
        String begun = "<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots><DBSnapshot>"
                + "<DBSnapshotIdentifier>s</DBSnapshotIdentifier><Status>creating</Status></DBSnapshot></DBSnapshots>"
                + "</DescribeDBSnapshotsResult></DescribeDBSnapshotsResponse>";
        try (AwsServer server = new AwsServer(number -> xml(200, begun))) {
            Snapshot snapshot = new AwsAccount(server.access())
                    .allSnapshots()
                    .value()
                    .orElseThrow()
                    .get(0);

            assertThat(snapshot.taken()).isEmpty();
            assertThat(snapshot.isComplete()).isFalse();
        }
    }

    @Test
    void aRefusalIsToldWithAmazonsWords() throws Exception {
        try (AwsServer server = new AwsServer(
                number -> xml(
                        403,
                        "<ErrorResponse><Error><Code>AccessDenied</Code>"
                                + "<Message>not authorized to perform: rds:DescribeDBSnapshots</Message></Error></ErrorResponse>"))) {
            assertThat(new AwsAccount(server.access()).snapshots("db").trouble())
                    .isEqualTo("it refuses our call with 403 AccessDenied: not authorized to perform:"
                            + " rds:DescribeDBSnapshots");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aMissingCredentialIsTroubleOfOurs() throws Exception {
        try (AwsServer server = new AwsServer(number -> "")) {
            AwsCredential none = AwsCredential.ofKey(
                    () -> {
                        throw SdkClientException.create("Unable to load credentials from any of the providers");
                    },
                    () -> "");
            AwsAccess access =
                    new AwsAccess("us-east-1", server.access().endpoint(), none, java.time.Duration.ofSeconds(2));

            assertThat(new AwsAccount(access).caller())
                    .isEqualTo(Told.unavailable(
                            "no credentials of AWS were found: Unable to load credentials from any of the providers"));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aBucketWithoutARuleIsNotEncrypted() throws Exception {
        try (AwsServer server = new AwsServer(number -> xml(
                404,
                "<Error><Code>ServerSideEncryptionConfigurationNotFoundError</Code><Message>none</Message></Error>"))) {
            assertThat(new AwsAccount(server.access()).encryption("media")).isEqualTo(Told.value(List.of()));
            assertThat(server.asked().get(0)).startsWith("GET /media?encryption");
        }
    }

    @Test
    void aRuleStartsAFunctionInWhicheverVersion() {
        assertThat(rule("arn:aws:lambda:us-east-1:1:function:intake").starts("intake"))
                .isTrue();
        assertThat(rule("arn:aws:lambda:us-east-1:1:function:intake:live").starts("intake"))
                .isTrue();
        assertThat(rule("arn:aws:lambda:us-east-1:1:function:intake-staging").starts("intake"))
                .isFalse();
        assertThat(rule("arn:aws:sqs:us-east-1:1:intake").starts("intake")).isFalse();
    }

    private static ScheduledRule rule(String target) {
        return new ScheduledRule("r", "ENABLED", "rate(1 hour)", List.of(target));
    }

    private static String snapshots(String marker, int number) {
        return "<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult>" + marker + "<DBSnapshots><DBSnapshot>"
                + "<DBSnapshotIdentifier>s" + number + "</DBSnapshotIdentifier>"
                + "<DBInstanceIdentifier>db</DBInstanceIdentifier><Status>creating</Status>"
                + "<PercentProgress>40</PercentProgress><SnapshotType>manual</SnapshotType>"
                + "<SnapshotCreateTime>2026-01-02T03:04:05Z</SnapshotCreateTime></DBSnapshot></DBSnapshots>"
                + "</DescribeDBSnapshotsResult></DescribeDBSnapshotsResponse>";
    }

    private static String xml(int number, String body) {
        return "HTTP/1.1 " + number + " X\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}
