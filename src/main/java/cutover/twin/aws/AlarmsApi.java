package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.util.List;
import java.util.Map;

/** The metrics service's list of alarms; one to a page, so that whoever reads only the first is found out. */
final class AlarmsApi {

    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:intake-alarms";

    private final Faults faults;

    AlarmsApi(Faults faults) {
        this.faults = faults;
    }

    ObjectNode describe(JsonNode request) {
        List<Alarm> all = all();
        int at = request.path("NextToken").asInt(0);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        put(answer.putArray("MetricAlarms").addObject(), all.get(at));
        if (at + 1 < all.size()) {
            answer.put("NextToken", Integer.toString(at + 1));
        }
        return answer;
    }

    private void put(ObjectNode node, Alarm alarm) {
        node.put("AlarmName", alarm.name())
                .put("Namespace", alarm.namespace())
                .put("MetricName", alarm.metric())
                .put("StateValue", on(Fault.ALARM_WITHOUT_DATA) && alarm.own() ? "INSUFFICIENT_DATA" : "OK")
                .put("ActionsEnabled", !on(Fault.ALARM_ACTIONS_OFF) || !alarm.own())
                .put("Threshold", 1.0);
        ArrayNode actions = node.putArray("AlarmActions");
        if (!on(Fault.ALARM_TELLS_NOBODY) || !alarm.own()) {
            actions.add(TOPIC);
        }
        ArrayNode dimensions = node.putArray("Dimensions");
        alarm.dimensions()
                .forEach((name, value) ->
                        dimensions.addObject().put("Name", name).put("Value", value));
    }

    private List<Alarm> all() {
        String function = on(Fault.ALARM_WATCHES_OTHER_FUNCTION) ? "intake-staging" : LambdaApi.FUNCTION;
        Alarm errors = new Alarm(
                on(Fault.ALARM_MISSING) ? "intake-production-errors-old" : "intake-production-errors",
                "AWS/Lambda",
                "Errors",
                Map.of("FunctionName", function),
                true);
        return List.of(
                new Alarm("staging-errors", "AWS/Lambda", "Errors", Map.of("FunctionName", "intake-staging"), false),
                errors,
                new Alarm(
                        "intake-production-5xx",
                        "AWS/ApiGateway",
                        "5XXError",
                        Map.of("ApiName", LambdaApi.FUNCTION),
                        false),
                new Alarm("intake-production-error-records", "Intake", "ErrorRecords", Map.of(), false));
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }

    /** @param own whether it is the one that faults break */
    private record Alarm(String name, String namespace, String metric, Map<String, String> dimensions, boolean own) {}
}
