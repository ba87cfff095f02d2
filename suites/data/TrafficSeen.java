package data;

import cutover.environment.cloud.Traffic;
import cutover.patience.Durations;
import cutover.provider.aws.Hour;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The traffic of some hours, beside its budget. */
record TrafficSeen(List<Hour> hours, Traffic budget) {

    private static final int TOLD = 5;

    long requests() {
        return sum(Hour::requests);
    }

    /** Of all requests. */
    double percent(ToLongFunction<Hour> count) {
        return 100.0 * sum(count) / requests();
    }

    /** The hours that had most of them. */
    List<Hour> worst(ToLongFunction<Hour> count) {
        return hours.stream()
                .filter(hour -> count.applyAsLong(hour) > 0)
                .sorted(Comparator.comparingLong(count).reversed())
                .limit(TOLD)
                .toList();
    }

    /** Hours with enough requests for their latency to say something. */
    List<Hour> busy() {
        return hours.stream()
                .filter(hour -> hour.requests() >= budget.busyHour())
                .toList();
    }

    List<Hour> slow() {
        return busy().stream()
                .filter(hour -> hour.median().compareTo(budget.median()) > 0
                        || hour.p90().compareTo(budget.p90()) > 0
                        || hour.p99().compareTo(budget.p99()) > 0)
                .toList();
    }

    String budgetTold() {
        return "p50 at most " + Durations.told(budget.median()) + ", p90 " + Durations.told(budget.p90()) + ", p99 "
                + Durations.told(budget.p99());
    }

    String told(List<Hour> some) {
        return some.stream().map(TrafficSeen::told).collect(Collectors.joining("\n"));
    }

    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f %%", percent);
    }

    private static String told(Hour hour) {
        return hour.begun() + ": " + hour.requests() + " requests, " + hour.clientErrors() + " 4XX, "
                + hour.serverErrors() + " 5XX, p50 " + Durations.told(hour.median()) + ", p90 "
                + Durations.told(hour.p90()) + ", p99 " + Durations.told(hour.p99());
    }

    private long sum(ToLongFunction<Hour> count) {
        return hours.stream().mapToLong(count).sum();
    }
}
