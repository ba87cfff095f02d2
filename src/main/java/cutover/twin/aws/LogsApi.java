package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.log.LogEvent;
import cutover.twin.log.LogGroup;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log service's API, as far as reading goes. */
final class LogsApi {

    private static final String ARN = "arn:aws:logs:us-east-1:123456789012:log-group:";

    /** Small, so that whoever reads only the first page is found out. */
    private static final int SCANNED_PER_PAGE = 100;

    private final LogGroup group;
    private final Clock clock;

    LogsApi(LogGroup group, Clock clock) {
        this.group = group;
        this.clock = clock;
    }

    WebResponse filterLogEvents(JsonNode request) {
        if (!known(request)) {
            return noSuchGroup();
        }
        try {
            EventQuery query = new EventQuery(request);
            return AwsAnswer.json(page(query));
        } catch (IllegalArgumentException e) {
            return AwsAnswer.error(400, "InvalidParameterException", e.getMessage());
        }
    }

    WebResponse describeLogGroups(JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode groups = answer.putArray("logGroups");
        if (group.name().startsWith(request.path("logGroupNamePrefix").asText())) {
            groups.addObject()
                    .put("logGroupName", group.name())
                    .put("creationTime", 0)
                    .put("metricFilterCount", 0)
                    .put("arn", ARN + group.name() + ":*")
                    .put("storedBytes", 0);
        }
        return AwsAnswer.json(answer);
    }

    WebResponse describeLogStreams(JsonNode request) {
        if (!known(request)) {
            return noSuchGroup();
        }
        Map<String, List<LogEvent>> streams = new TreeMap<>();
        for (LogEvent event : group.found(clock.instant())) {
            if (event.stream().startsWith(request.path("logStreamNamePrefix").asText())) {
                streams.computeIfAbsent(event.stream(), name -> new ArrayList<>())
                        .add(event);
            }
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("logStreams");
        streams.forEach((name, events) -> list.addObject()
                .put("logStreamName", name)
                .put("creationTime", events.get(0).timestamp().toEpochMilli())
                .put("firstEventTimestamp", events.get(0).timestamp().toEpochMilli())
                .put(
                        "lastEventTimestamp",
                        events.get(events.size() - 1).timestamp().toEpochMilli())
                .put("arn", ARN + group.name() + ":log-stream:" + name));
        return AwsAnswer.json(answer);
    }

    /** @param lost whether the group, made anew, has none */
    WebResponse describeMetricFilters(JsonNode request, boolean lost) {
        if (!known(request)) {
            return noSuchGroup();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode filters = answer.putArray("metricFilters");
        if (!lost) {
            ObjectNode filter = filters.addObject()
                    .put("filterName", "errors")
                    .put("filterPattern", "\"[ERROR]\"")
                    .put("logGroupName", group.name());
            filter.putArray("metricTransformations")
                    .addObject()
                    .put("metricName", "ErrorRecords")
                    .put("metricNamespace", "Intake")
                    .put("metricValue", "1");
        }
        return AwsAnswer.json(answer);
    }

    /** One page looks at so many events, whether they match or not; so a page can be empty and not the last. */
    private ObjectNode page(EventQuery query) {
        List<LogEvent> wanted =
                group.found(clock.instant()).stream().filter(query::inRange).toList();
        List<LogEvent> scanned =
                wanted.stream().limit(Math.min(SCANNED_PER_PAGE, query.limit())).toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        scanned.stream()
                .filter(event -> query.pattern().test(event.message()))
                .sorted(Comparator.comparing(LogEvent::timestamp).thenComparing(LogEvent::number))
                .forEach(event -> put(events.addObject(), event));
        answer.putArray("searchedLogStreams");
        if (scanned.size() < wanted.size()) {
            answer.put("nextToken", query.token(scanned.get(scanned.size() - 1)));
        }
        return answer;
    }

    private static void put(ObjectNode node, LogEvent event) {
        node.put("logStreamName", event.stream())
                .put("timestamp", event.timestamp().toEpochMilli())
                .put("message", event.message())
                .put("ingestionTime", event.ingested().toEpochMilli())
                .put("eventId", String.format("%056d", event.number()));
    }

    private boolean known(JsonNode request) {
        return request.path("logGroupName").asText().equals(group.name())
                || request.path("logGroupIdentifier").asText().startsWith(ARN + group.name());
    }

    private static WebResponse noSuchGroup() {
        return AwsAnswer.error(400, "ResourceNotFoundException", "The specified log group does not exist.");
    }
}
