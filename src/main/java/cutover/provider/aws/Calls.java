package cutover.provider.aws;

import cutover.provider.Told;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** How all clients are set up and how their failures read. */
final class Calls {

    /** For calls that change something. */
    static final int ONCE = 1;

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

    /** For questions that change nothing and may be asked again. */
    static <B extends AwsClientBuilder<B, C>, C> C reading(B builder, AwsAccess access) {
        return client(builder, access, 3);
    }

    /** What Amazon left out is empty. */
    static String text(@Nullable String told) {
        return told == null ? "" : told;
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

    /** Asks, and tells what came of it; a missing credential is trouble of ours, not a refusal. */
    static <T> Told<T> asked(Supplier<T> question) {
        try {
            return Told.value(question.get());
        } catch (SdkException e) {
            int status = e instanceof AwsServiceException service ? service.statusCode() : 0;
            return Calls.<Told<T>>told(
                    e,
                    (code, detail) -> status == 0
                            ? Told.unavailable("no credentials of AWS were found: " + detail)
                            : Told.refused(status, code, detail),
                    Told::unavailable);
        }
    }

    /** The provider's own words. */
    static String said(AwsServiceException failure) {
        return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorMessage() == null
                ? String.valueOf(failure.getMessage())
                : failure.awsErrorDetails().errorMessage();
    }
}
