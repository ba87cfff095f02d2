package cutover.provider.aws;

import java.util.List;
import java.util.Map;

/**
 * An alarm on one metric.
 *
 * @param state Amazon's word: {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param enabled whether it does anything when it goes off
 * @param actions what it does when it goes off, as ARNs
 */
public record Alarm(
        String name,
        String namespace,
        String metric,
        Map<String, String> dimensions,
        String state,
        boolean enabled,
        List<String> actions) {

    public Alarm {
        dimensions = Map.copyOf(dimensions);
        actions = List.copyOf(actions);
    }

    /** Topics of SNS that hear of it. */
    public List<String> topics() {
        return actions.stream().filter(arn -> arn.contains(":sns:")).toList();
    }
}
