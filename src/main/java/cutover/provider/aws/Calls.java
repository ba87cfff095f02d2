package cutover.provider.aws;

import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** How all clients are set up and how their failures read. */
final class Calls {

    private Calls() {}

    static SdkHttpClient http(AwsAccess access) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(access.timeout())
                .socketTimeout(access.timeout())
                .build();
    }

    /** @param attempts how often a call may be sent in all */
    static <B extends AwsClientBuilder<B, C>, C> C client(B builder, AwsAccess access, int attempts) {
        builder.region(Region.of(access.region()));
        builder.credentialsProvider(access.credential().provider());
        builder.overrideConfiguration(settings -> settings.apiCallTimeout(access.timeout())
                .apiCallAttemptTimeout(access.timeout())
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .build()));
        access.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Tells a refusal from our bad luck. */
    static <T> T told(SdkException failure, BiFunction<String, String, T> refused, Function<String, T> unavailable) {
        if (failure instanceof AwsServiceException service) {
            String code = service.awsErrorDetails() == null
                    ? ""
                    : service.awsErrorDetails().errorCode();
            boolean passing = service.isThrottlingException() || service.statusCode() >= 500;
            return passing
                    ? unavailable.apply(code + " (" + service.statusCode() + "): " + said(service))
                    : refused.apply(code == null ? "" : code, said(service));
        }
        String text = String.valueOf(failure.getMessage());
        return text.startsWith("Unable to load credentials")
                ? refused.apply("NoCredentials", text)
                : unavailable.apply(text);
    }

    private static String said(AwsServiceException failure) {
        return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorMessage() == null
                ? String.valueOf(failure.getMessage())
                : failure.awsErrorDetails().errorMessage();
    }
}
