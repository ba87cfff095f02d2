package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
import java.util.Map;

/** The numbers that API Gateway keeps of the site's traffic, and the budget for them. */
public record Traffic(
        @Doc("dimensions of its metrics, for instance ApiName: intake-production")
        Map<String, String> dimensions,

        @Doc("so many hours are looked at, up to the last whole one") @Default("24")
        int hours,

        @Doc("server errors (5XX) at most, as percent of all requests") @Default("0.5")
        double serverErrors,

        @Doc("client errors (4XX) at most, as percent of all requests") @Default("10")
        double clientErrors,

        @Doc("half of the requests of an hour take at most so long") @Default("1s")
        Duration median,

        @Doc("nine of ten requests of an hour take at most so long") @Default("3s")
        Duration p90,

        @Doc("99 of 100 requests of an hour take at most so long") @Default("10s")
        Duration p99,

        @Doc("hours with fewer requests are not judged by their latency: a single cold start would decide")
        @Default("50")
        int busyHour) {

    public Traffic {
        if (hours < 1 || hours > 24 * 14) {
            throw new IllegalArgumentException("hours are 1 to 336, got " + hours);
        }
    }
}
