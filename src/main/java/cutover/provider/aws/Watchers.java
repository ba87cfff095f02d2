package cutover.provider.aws;

import cutover.provider.Told;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Reads alarms, what feeds them and whom they reach, page by page to the end. */
final class Watchers {

    private Watchers() {}

    static Told<List<Alarm>> alarms(AwsAccess access) {
        return Calls.asked(() -> {
            try (CloudWatchClient client =
                    Calls.reading(CloudWatchClient.builder().httpClient(Calls.http(access)), access)) {
                return client
                        .describeAlarmsPaginator(request -> request.alarmTypes(AlarmType.METRIC_ALARM))
                        .metricAlarms()
                        .stream()
                        .map(Watchers::alarm)
                        .toList();
            }
        });
    }

    /** Metrics, as namespace and name with a slash between, that filters make of a log group's events. */
    static Told<List<String>> metricsOf(AwsAccess access, String group) {
        return Calls.asked(() -> {
            try (CloudWatchLogsClient client =
                    Calls.reading(CloudWatchLogsClient.builder().httpClient(Calls.http(access)), access)) {
                return client
                        .describeMetricFiltersPaginator(request -> request.logGroupName(group))
                        .metricFilters()
                        .stream()
                        .flatMap(filter -> filter.metricTransformations().stream())
                        .map(made -> made.metricNamespace() + "/" + made.metricName())
                        .toList();
            }
        });
    }

    static Told<List<Subscription>> subscriptions(AwsAccess access, String topic) {
        return Calls.asked(() -> {
            try (SnsClient client = Calls.reading(SnsClient.builder().httpClient(Calls.http(access)), access)) {
                return client
                        .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
                        .subscriptions()
                        .stream()
                        .map(one -> new Subscription(
                                Calls.text(one.protocol()),
                                Calls.text(one.endpoint()),
                                // until then Amazon says PendingConfirmation instead
                                Calls.text(one.subscriptionArn()).startsWith("arn:")))
                        .toList();
            }
        });
    }

    private static Alarm alarm(MetricAlarm told) {
        Map<String, String> dimensions =
                told.dimensions().stream().collect(Collectors.toMap(Dimension::name, Dimension::value, (a, b) -> b));
        return new Alarm(
                Calls.text(told.alarmName()),
                Calls.text(told.namespace()),
                Calls.text(told.metricName()),
                dimensions,
                Calls.text(told.stateValueAsString()),
                Boolean.TRUE.equals(told.actionsEnabled()),
                told.alarmActions());
    }
}
