package cutover.provider.aws;

import java.time.Duration;
import java.time.Instant;

/**
 * The traffic of one hour.
 *
 * @param begun the hour's beginning
 */
public record Hour(
        Instant begun,
        long requests,
        long clientErrors,
        long serverErrors,
        Duration median,
        Duration p90,
        Duration p99) {}
