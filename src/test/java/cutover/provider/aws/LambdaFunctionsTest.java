package cutover.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LambdaFunctionsTest {

    private static final String REQUEST_ID = "x-amzn-RequestId: id-1\r\n";
    private static final String PAYLOAD = "{\"manage\":\"run_debug_task\"}";

    @Test
    void aCallIsAcceptedWithItsRequestId() throws Exception {
        try (AwsServer server = new AwsServer(number ->
                        AwsServer.json(200, REQUEST_ID + "X-Amz-Function-Error: Unhandled\r\n", "{\"e\":1}"));
                LambdaFunctions functions = new LambdaFunctions(server.access())) {
            assertThat(functions.invoke("intake-production", PAYLOAD))
                    .isEqualTo(new Invocation.Accepted(200, "id-1", "{\"e\":1}", "Unhandled"));
            assertThat(server.asked().get(0))
                    .startsWith("POST /2015-03-31/functions/intake-production/invocations")
                    .contains("X-Amz-Invocation-Type: RequestResponse")
                    .endsWith(PAYLOAD);
        }
    }

    @Test
    void aStartIsAcceptedWithoutAnAnswer() throws Exception {
        try (AwsServer server = new AwsServer(number -> AwsServer.json(202, REQUEST_ID, ""));
                LambdaFunctions functions = new LambdaFunctions(server.access())) {
            assertThat(functions.start("intake-production", PAYLOAD))
                    .isEqualTo(new Invocation.Accepted(202, "id-1", "", ""));
            assertThat(server.asked().get(0)).contains("X-Amz-Invocation-Type: Event");
        }
    }

    @Test
    void anErrorOrALostConnectionIsNeverSentAgain() throws Exception {
        try (AwsServer failing = new AwsServer(number -> AwsServer.json(503, "", "{\"message\":\"busy\"}"));
                AwsServer silent = new AwsServer(number -> "");
                LambdaFunctions one = new LambdaFunctions(failing.access());
                LambdaFunctions other = new LambdaFunctions(silent.access())) {
            assertThat(one.start("f", PAYLOAD)).isInstanceOf(Invocation.Unavailable.class);
            assertThat(failing.asked()).hasSize(1);
            assertThat(other.start("f", PAYLOAD)).isInstanceOf(Invocation.Unavailable.class);
            assertThat(silent.asked()).hasSize(1);
        }
    }

    @Test
    void aRefusalIsToldWithItsCode() throws Exception {
        try (AwsServer server = new AwsServer(number -> AwsServer.json(
                        403, "x-amzn-ErrorType: UnrecognizedClientException\r\n", "{\"message\":\"token invalid\"}"));
                LambdaFunctions functions = new LambdaFunctions(server.access())) {
            assertThat(functions.invoke("f", PAYLOAD))
                    .isEqualTo(new Invocation.Refused("UnrecognizedClientException", "token invalid"));
        }
    }
}
