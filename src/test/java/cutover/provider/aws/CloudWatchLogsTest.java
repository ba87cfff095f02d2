package cutover.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CloudWatchLogsTest {

    private static final Instant FROM = Instant.ofEpochMilli(1_515_780_000_000L);
    private static final Instant TO = FROM.plusSeconds(60);

    private static LogEvents search(AwsServer server) {
        try (CloudWatchLogs logs = new CloudWatchLogs(server.access())) {
            return logs.events("/aws/lambda/intake-production", "\"[ERROR]\"", FROM, TO);
        }
    }

    @Test
    void allPagesAreReadEvenAnEmptyOne() throws Exception {
        try (AwsServer server = new AwsServer(number -> AwsServer.json(
                200,
                "",
                switch (number) {
                    case 1 ->
                        "{\"events\":[{\"logStreamName\":\"b\",\"timestamp\":2,\"message\":\"two\"}],\"nextToken\":\"n1\"}";
                    case 2 -> "{\"events\":[],\"nextToken\":\"n2\"}";
                    default -> "{\"events\":[{\"logStreamName\":\"a\",\"timestamp\":1,\"message\":\"one\\nmore\"}]}";
                }))) {
            assertThat(search(server))
                    .isEqualTo(new LogEvents.Listed(
                            java.util.List.of(
                                    new LogEvent("a", Instant.ofEpochMilli(1), "one\nmore"),
                                    new LogEvent("b", Instant.ofEpochMilli(2), "two")),
                            false));
            assertThat(server.asked()).hasSize(3);
            assertThat(server.asked().get(0))
                    .contains("Logs_20140328.FilterLogEvents")
                    .contains("\"logGroupName\":\"/aws/lambda/intake-production\"")
                    .contains("\"filterPattern\":\"\\\"[ERROR]\\\"\"")
                    .contains("\"startTime\":1515780000000")
                    .contains("\"endTime\":1515780060000")
                    .doesNotContain("verysecret");
            assertThat(server.asked().get(2)).contains("\"nextToken\":\"n2\"");
        }
    }

    @Test
    void aRefusalIsToldWithItsCode() throws Exception {
        String body = "{\"__type\":\"AccessDeniedException\",\"message\":\"not authorized to perform\"}";
        try (AwsServer server = new AwsServer(number -> AwsServer.json(400, "", body))) {
            assertThat(search(server))
                    .isEqualTo(new LogEvents.Refused("AccessDeniedException", "not authorized to perform"));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void throttlingIsRetriedAFewTimesOnly() throws Exception {
        String body = "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}";
        try (AwsServer server = new AwsServer(number -> AwsServer.json(400, "", body))) {
            assertThat(search(server))
                    .isInstanceOfSatisfying(
                            LogEvents.Unavailable.class,
                            seen -> assertThat(seen.detail())
                                    .contains("ThrottlingException")
                                    .contains("Rate exceeded"));
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void secretsAreNotPartOfAnyText() throws Exception {
        try (AwsServer server = new AwsServer(number -> "")) {
            assertThat(server.access().toString()).contains("us-west-1").doesNotContain("verysecret", "AKIDEXAMPLE");
        }
    }
}
