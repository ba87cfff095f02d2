package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;

/** The metrics service's numbers: a quiet day, hour by hour, the newest first. */
final class NumbersApi {

    private static final String API = "intake-production";

    private final Faults faults;

    NumbersApi(Faults faults) {
        this.faults = faults;
    }

    ObjectNode data(JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("MetricDataResults");
        request.path("MetricDataQueries").forEach(query -> {
            ObjectNode result = results.addObject()
                    .put("Id", query.path("Id").asText())
                    .put("Label", query.path("Id").asText())
                    .put("StatusCode", "Complete");
            fill(query.path("MetricStat"), request, result.putArray("Timestamps"), result.putArray("Values"));
        });
        return answer;
    }

    private void fill(JsonNode stat, JsonNode request, ArrayNode times, ArrayNode values) {
        JsonNode metric = stat.path("Metric");
        int period = stat.path("Period").asInt();
        boolean known = metric.path("Namespace").asText().equals("AWS/ApiGateway")
                && metric.path("Dimensions").size() == 1
                && metric.path("Dimensions").path(0).path("Value").asText().equals(API);
        if (!known || on(Fault.TRAFFIC_WITHOUT_DATA)) {
            return;
        }
        long from = Math.floorDiv(request.path("StartTime").asLong(), period) * period;
        for (long at = request.path("EndTime").asLong() - period; at >= from; at -= period) {
            times.add((double) at);
            values.add(
                    value(metric.path("MetricName").asText(), stat.path("Stat").asText(), at == from));
        }
    }

    /** @param oldest whether it is the hour that some faults concern */
    private double value(String metric, String stat, boolean oldest) {
        return switch (metric) {
            case "Count" -> 200;
            case "4XXError" -> on(Fault.TRAFFIC_WITH_CLIENT_ERRORS) ? 60 : 3;
            case "5XXError" -> on(Fault.TRAFFIC_WITH_SERVER_ERRORS) && oldest ? 90 : 0;
            default -> on(Fault.TRAFFIC_SLOW) && oldest ? 14_000 : latency(stat);
        };
    }

    private static double latency(String stat) {
        return switch (stat) {
            case "p50" -> 180;
            case "p90" -> 650;
            default -> 1_900;
        };
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
