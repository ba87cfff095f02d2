package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;

/** Reads the log and starts the task as the suites do it: through the vendor's own client. */
class AwsTest {

    private static final String NEW = "https://" + Hosts.NEW;

    @TempDir
    private Path folder;

    private Edge edge;
    private Cloud cloud;
    private CloudWatchLogsClient logs;
    private LambdaClient lambda;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
        cloud = cloud(edge.ground.key().secret());
        logs = cloud.logs();
        lambda = cloud.lambda();
    }

    @AfterEach
    void close() {
        cloud.close();
        edge.close();
    }

    @Test
    void aRequestLeavesItsRecordsUnderOneIdInOneStream() throws Exception {
        edge.client().get(NEW + "/boom?run=r1", "User-Agent", "probe/1");

        List<FilteredLogEvent> events = found("");

        assertThat(events).hasSize(5);
        String id = events.get(0).message().split(" ")[2];
        assertThat(events)
                .allSatisfy(event -> assertThat(event.message()).contains(id).endsWith("\n"));
        assertThat(events)
                .extracting(FilteredLogEvent::logStreamName)
                .containsOnly(events.get(0).logStreamName());
        assertThat(events.get(0).logStreamName()).matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST][0-9a-f]{32}");
        assertThat(events.get(0).message()).startsWith("START RequestId: ").contains(" Version: $LATEST");
        assertThat(events.get(1).message())
                .matches("(?s)\\[ERROR]\\t\\S+Z\\t" + id
                        + "\\tInternal Server Error: /boom\\nTraceback.*Exception: test\\n");
        assertThat(events.get(2).message())
                .matches(
                        "(?s)\\[INFO]\\t\\S+Z\\t" + id
                                + "\\t127\\.0\\.0\\.1 - - \\[.*] \"GET /boom HTTP/1\\.1\" 500 27 \"\" \"probe/1\" \\d+/[\\d.]+\\n");
        assertThat(events.get(3).message()).startsWith("END RequestId: ");
        assertThat(events.get(4).message())
                .startsWith("REPORT RequestId: ")
                .containsPattern("\tBilled Duration: \\d+00 ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Error | 1",
                "error | 0",
                "\"[ERROR]\" | 1",
                "\"[INFO]\" GET | 1",
                "\"[INFO]\" POST | 0",
                "-ERROR | 4",
                "Server -ERROR | 0",
                "?ERROR ?REPORT | 2",
                "\"Internal Server Error: /boom\" | 1",
                "%\\[ERR[A-Z]+\\]% | 1",
                "` ` | 5"
            })
    void patternsMatchAsTheVendorDescribesThem(String pattern, int events) throws Exception {
        edge.client().get(NEW + "/boom");

        assertThat(found(pattern)).hasSize(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[level, time]", "{ $.level = \"ERROR\" }", "health/error", "\"open"})
    void patternsOfOtherKindsAreRefused(String pattern) {
        assertThatThrownBy(() -> found(pattern)).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aLongLogComesInPagesOfWhichSomeAreEmpty() throws Exception {
        for (int i = 0; i < 60; i++) {
            edge.client().get(NEW + "/echo?n=" + i);
        }
        edge.client().get(NEW + "/boom");

        FilterLogEventsResponse first = logs.filterLogEvents(request("\"[ERROR]\""));

        assertThat(first.events()).isEmpty();
        assertThat(first.nextToken()).isNotEmpty();
        assertThat(found("\"[ERROR]\"")).hasSize(1);
        assertThat(found("echo")).hasSize(60);
        assertThatThrownBy(() -> logs.filterLogEvents(FilterLogEventsRequest.builder()
                        .logGroupName(Ground.LOG_GROUP)
                        .filterPattern("other")
                        .nextToken(first.nextToken())
                        .build()))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void timeAndStreamNarrowTheSearch() throws Exception {
        edge.client().get(NEW + "/");
        edge.client().get(NEW + "/");
        FilteredLogEvent last = found("").get(7);

        assertThat(logs.filterLogEvents(request("").toBuilder()
                                .logStreamNames(last.logStreamName())
                                .build())
                        .events())
                .hasSize(4);
        assertThat(logs.filterLogEvents(request("").toBuilder()
                                .startTime(last.timestamp() + 1)
                                .build())
                        .events())
                .isEmpty();
        assertThat(logs.filterLogEvents(request("").toBuilder()
                                .endTime(last.timestamp())
                                .build())
                        .events())
                .hasSize(8);
    }

    @Test
    void groupsAndStreamsCanBeListed() throws Exception {
        edge.client().get(NEW + "/");

        assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix("/aws/lambda/"))
                        .logGroups())
                .extracting(group -> group.logGroupName())
                .containsExactly(Ground.LOG_GROUP);
        assertThat(logs.describeLogStreams(r -> r.logGroupName(Ground.LOG_GROUP))
                        .logStreams())
                .extracting(LogStream::logStreamName)
                .containsExactly(found("").get(0).logStreamName());
        assertThatThrownBy(() -> logs.filterLogEvents(r -> r.logGroupName("/aws/lambda/nothing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aWrongSecretIsNoticed() {
        try (Cloud wrong = cloud("another secret")) {
            assertThatThrownBy(() -> wrong.logs().filterLogEvents(request("")))
                    .isInstanceOfSatisfying(
                            CloudWatchLogsException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidSignatureException"));
        }
    }

    @ParameterizedTest
    @CsvSource({"LOG_API_REFUSES, AccessDeniedException", "LOG_API_THROTTLES, ThrottlingException"})
    void theLogApiCanRefuse(Fault fault, String error) {
        edge.faults.switchOn(Side.NEW, fault);

        assertThatThrownBy(() -> logs.filterLogEvents(request("")))
                .isInstanceOfSatisfying(
                        CloudWatchLogsException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo(error));
    }

    @Test
    void theDebugTaskRunsInAnInvocationOfItsOwnInAnotherStream() {
        InvokeResponse answer = lambda.invoke(r -> r.functionName("intake-production")
                .logType(LogType.TAIL)
                .payload(SdkBytes.fromUtf8String("{\"manage\": \"run_debug_task\"}")));

        String starter = answer.responseMetadata().requestId();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isNull();
        assertThat(new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8))
                .contains("START RequestId: " + starter, "{'manage': 'run_debug_task'}");
        List<FilteredLogEvent> start = found("\"START RequestId: " + starter + "\"");
        FilteredLogEvent line = awaited("\"Request: 'test'\"").get(0);
        assertThat(start).hasSize(1);
        assertThat(line.logStreamName()).isNotEqualTo(start.get(0).logStreamName());
        assertThat(awaited("\"Result of zappa.async.route_lambda_task:\"")).hasSize(1);
        assertThat(found("\"'task_path': 'intake.tasks.debug_task'\"")).hasSize(1);
    }

    @Test
    void whatTheFunctionDoesNotKnowIsAnError() {
        InvokeResponse unknown = lambda.invoke(
                r -> r.functionName("intake-production").payload(SdkBytes.fromUtf8String("{\"manage\": \"flush\"}")));

        assertThat(unknown.functionError()).isEqualTo("Unhandled");
        assertThat(unknown.payload().asUtf8String()).contains("Unknown command: 'flush'");
        assertThatThrownBy(() -> lambda.invoke(r -> r.functionName("other")))
                .isInstanceOf(software.amazon.awssdk.services.lambda.model.ResourceNotFoundException.class);
    }

    @Test
    void thePlatformCanRefuseToStartTheTask() {
        edge.faults.switchOn(Side.NEW, Fault.TASK_API_REFUSES);
        assertThatThrownBy(() -> lambda.invoke(r -> r.functionName("intake-production")))
                .isInstanceOfSatisfying(LambdaException.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                });
    }

    private List<FilteredLogEvent> awaited(String pattern) {
        return cloud.awaited(pattern);
    }

    private List<FilteredLogEvent> found(String pattern) {
        return cloud.found(pattern);
    }

    private static FilterLogEventsRequest request(String pattern) {
        return Cloud.request(pattern);
    }

    private Cloud cloud(String secret) {
        return Cloud.at(
                "http://127.0.0.1:" + edge.streets.aws(), edge.ground.key().id(), secret);
    }
}
