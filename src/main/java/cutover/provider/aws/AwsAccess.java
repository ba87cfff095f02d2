package cutover.provider.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and as whom; immutable. Its text holds no secret.
 *
 * @param endpoint another place than Amazon's own, for instance a rehearsal; empty for Amazon
 * @param timeout for one call, its repetitions included; positive
 */
public record AwsAccess(String region, Optional<URI> endpoint, AwsCredential credential, Duration timeout) {

    public AwsAccess {
        Objects.requireNonNull(credential, "credential");
        if (region.isBlank()) {
            throw new IllegalArgumentException("AWS needs a region, for instance us-west-1");
        }
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("AWS needs a time of at least 1 ms, got " + timeout);
        }
    }
}
