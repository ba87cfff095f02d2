package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests signed by the vendor's own signer, and then changed on their way. */
class SignaturesTest {

    private static final String BODY = "{\"logGroupName\":\"" + Ground.LOG_GROUP + "\"}";

    @TempDir
    private Path folder;

    private Edge edge;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void aGoodSignatureOpensTheDoor() throws Exception {
        assertThat(answer(signed("logs", edge.clock), BODY)).isEqualTo("200 {\"events\":[],\"searchedLogStreams\":[]}");
    }

    @Test
    void anotherBodyThanTheSignedOneIsRefused() throws Exception {
        assertThat(answer(signed("logs", edge.clock), BODY + " ")).contains("400", "InvalidSignatureException");
    }

    @Test
    void aSignatureForAnotherServiceIsRefused() throws Exception {
        assertThat(answer(signed("s3", edge.clock), BODY)).contains("400", "InvalidSignatureException");
    }

    @Test
    void anOldSignatureIsRefused() throws Exception {
        assertThat(answer(signed("logs", Clock.offset(edge.clock, Duration.ofMinutes(-6))), BODY))
                .contains("400", "InvalidSignatureException", "expired");
    }

    @Test
    void anUnknownKeyIsRefused() throws Exception {
        SdkHttpRequest request = signed("logs", edge.clock);
        String authorization = request.firstMatchingHeader("Authorization").orElseThrow();
        SdkHttpRequest other = request.toBuilder()
                .putHeader(
                        "Authorization", authorization.replace(edge.ground.key().id(), "AKIAOTHER"))
                .build();

        assertThat(answer(other, BODY)).contains("400", "UnrecognizedClientException");
    }

    @Test
    void noSignatureIsRefused() throws Exception {
        assertThat(answer(request(), BODY)).contains("400", "MissingAuthenticationTokenException");
    }

    private SdkHttpRequest request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:" + edge.streets.aws() + "/"))
                .putHeader("X-Amz-Target", "Logs_20140328.FilterLogEvents")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .build();
    }

    private SdkHttpRequest signed(String service, Clock clock) {
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(AwsCredentialsIdentity.create(
                                edge.ground.key().id(), edge.ground.key().secret()))
                        .request(request())
                        .payload(ContentStreamProvider.fromUtf8String(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }

    private static String answer(SdkHttpRequest request, String body) throws IOException, InterruptedException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.getUri()).POST(HttpRequest.BodyPublishers.ofString(body));
        for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
            if (!header.getKey().equals("Host")) {
                header.getValue().forEach(value -> builder.header(header.getKey(), value));
            }
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(builder.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
