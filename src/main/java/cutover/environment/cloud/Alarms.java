package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alarms of CloudWatch that must be there, and whom they must reach. */
public record Alarms(
        @Doc("each alarm") List<Alarm> alarms,

        @Doc("mailbox that each of them must reach; leave it out for anybody")
        Optional<String> mailbox) {

    /** One alarm and what it must watch. */
    public record Alarm(
            @Doc("its name") String name,

            @Doc("namespace of its metric, for instance AWS/Lambda")
            String namespace,

            @Doc("name of its metric, for instance Errors") String metric,

            @Doc("dimensions of its metric, exactly these, for instance FunctionName: intake-production") @Default("{}")
            Map<String, String> dimensions,

            @Doc("log group whose metric filter must feed the metric; leave it out for a metric of Amazon's own")
            Optional<String> logGroup) {}
}
