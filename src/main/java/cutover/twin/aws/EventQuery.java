package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import cutover.twin.log.LogEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** What one search asks for; a token holds only for the same search, and bounds are inclusive. */
final class EventQuery {

    private static final long MOST = 10_000;

    private final FilterPattern pattern;
    private final Set<String> streams = new HashSet<>();
    private final String streamPrefix;
    private final long from;
    private final long to;
    private final long limit;
    private final String mark;
    private final long after;

    /** @throws IllegalArgumentException with the service's words when a parameter is not acceptable */
    EventQuery(JsonNode request) {
        pattern = new FilterPattern(request.path("filterPattern").asText());
        request.path("logStreamNames").forEach(name -> streams.add(name.asText()));
        streamPrefix = request.path("logStreamNamePrefix").asText();
        from = request.path("startTime").asLong(0);
        to = request.path("endTime").asLong(Long.MAX_VALUE);
        limit = request.path("limit").asLong(MOST);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("Value '" + limit + "' at 'limit' failed to satisfy constraint");
        }
        if (!streams.isEmpty() && !streamPrefix.isEmpty()) {
            throw new IllegalArgumentException("logStreamNames and logStreamNamePrefix are mutually exclusive.");
        }
        mark = Digests.sha256((request.path("filterPattern").asText() + streams + streamPrefix + from + "-" + to)
                        .getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        after = request.hasNonNull("nextToken")
                ? position(request.path("nextToken").asText())
                : -1;
    }

    FilterPattern pattern() {
        return pattern;
    }

    long limit() {
        return limit;
    }

    boolean inRange(LogEvent event) {
        long time = event.timestamp().toEpochMilli();
        return event.number() > after
                && time >= from
                && time <= to
                && (streams.isEmpty() || streams.contains(event.stream()))
                && event.stream().startsWith(streamPrefix);
    }

    String token(LogEvent last) {
        return Base64.getUrlEncoder().encodeToString((mark + ":" + last.number()).getBytes(StandardCharsets.UTF_8));
    }

    private long position(String token) {
        String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(":");
        if (parts.length != 2 || !parts[0].equals(mark)) {
            throw new IllegalArgumentException("The specified nextToken is invalid.");
        }
        return Long.parseLong(parts[1]);
    }
}
