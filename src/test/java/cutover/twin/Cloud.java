package cutover.twin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The vendor's own clients, with nothing changed but the address. */
record Cloud(CloudWatchLogsClient logs, LambdaClient lambda) implements AutoCloseable {

    static Cloud at(String endpoint, String id, String secret) {
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
        return new Cloud(
                CloudWatchLogsClient.builder()
                        .endpointOverride(URI.create(endpoint))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                LambdaClient.builder()
                        .endpointOverride(URI.create(endpoint))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build());
    }

    static FilterLogEventsRequest request(String pattern) {
        return FilterLogEventsRequest.builder()
                .logGroupName(Ground.LOG_GROUP)
                .filterPattern(pattern)
                .build();
    }

    /** All events, page after page. */
    List<FilteredLogEvent> found(String pattern) {
        return logs.filterLogEventsPaginator(request(pattern)).events().stream().toList();
    }

    List<FilteredLogEvent> awaited(String pattern) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> found(pattern), events -> !events.isEmpty());
    }

    @Override
    public void close() {
        logs.close();
        lambda.close();
    }
}
