package cutover.provider.aws;

import cutover.provider.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Reads the numbers that API Gateway keeps, hour by hour. */
final class Numbers {

    private static final String NAMESPACE = "AWS/ApiGateway";
    private static final int HOUR = 3600;

    private Numbers() {}

    /** Hours without a request are missing. */
    static Told<List<Hour>> of(AwsAccess access, Map<String, String> dimensions, Instant from, Instant to) {
        GetMetricDataRequest request = GetMetricDataRequest.builder()
                .startTime(from)
                .endTime(to)
                .metricDataQueries(
                        query("requests", "Count", "Sum", dimensions),
                        query("client", "4XXError", "Sum", dimensions),
                        query("server", "5XXError", "Sum", dimensions),
                        query("median", "Latency", "p50", dimensions),
                        query("p90", "Latency", "p90", dimensions),
                        query("p99", "Latency", "p99", dimensions))
                .build();
        return Calls.asked(() -> read(access, request)).then(Numbers::hours);
    }

    /** Series by id; one that Amazon could not compute is left out. */
    private static Map<String, Map<Instant, Double>> read(AwsAccess access, GetMetricDataRequest request) {
        try (CloudWatchClient client =
                Calls.reading(CloudWatchClient.builder().httpClient(Calls.http(access)), access)) {
            Map<String, Map<Instant, Double>> series = new HashMap<>();
            client.getMetricDataPaginator(request).metricDataResults().forEach(part -> add(series, part));
            return series;
        }
    }

    private static void add(Map<String, Map<Instant, Double>> series, MetricDataResult part) {
        boolean computed = part.statusCode() != StatusCode.INTERNAL_ERROR && part.statusCode() != StatusCode.FORBIDDEN;
        if (computed) {
            Map<Instant, Double> points = series.computeIfAbsent(part.id(), id -> new TreeMap<>());
            for (int i = 0; i < part.values().size(); i++) {
                points.put(part.timestamps().get(i), part.values().get(i));
            }
        }
    }

    private static Told<List<Hour>> hours(Map<String, Map<Instant, Double>> series) {
        if (series.size() < 6) {
            return Told.unavailable("CloudWatch could compute only " + series.keySet());
        }
        return Told.value(series.get("requests").keySet().stream()
                .map(begun -> new Hour(
                        begun,
                        Math.round(at(series, "requests", begun)),
                        Math.round(at(series, "client", begun)),
                        Math.round(at(series, "server", begun)),
                        Duration.ofMillis(Math.round(at(series, "median", begun))),
                        Duration.ofMillis(Math.round(at(series, "p90", begun))),
                        Duration.ofMillis(Math.round(at(series, "p99", begun)))))
                .filter(hour -> hour.requests() > 0)
                .toList());
    }

    private static double at(Map<String, Map<Instant, Double>> series, String id, Instant begun) {
        return series.getOrDefault(id, Map.of()).getOrDefault(begun, 0.0);
    }

    private static MetricDataQuery query(String id, String metric, String stat, Map<String, String> dimensions) {
        List<Dimension> all = dimensions.entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
        Metric named = Metric.builder()
                .namespace(NAMESPACE)
                .metricName(metric)
                .dimensions(all)
                .build();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(MetricStat.builder()
                        .metric(named)
                        .period(HOUR)
                        .stat(stat)
                        .build())
                .build();
    }
}
