package cutover.provider.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/** Searches log groups of CloudWatch Logs; read only. Safe for use by several threads. */
public final class CloudWatchLogs implements AutoCloseable {

    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_PAGES = 200;
    private static final int ATTEMPTS = 3;

    private final CloudWatchLogsClient client;

    public CloudWatchLogs(AwsAccess access) {
        this.client = Calls.client(CloudWatchLogsClient.builder().httpClient(Calls.http(access)), access, ATTEMPTS);
    }

    /**
     * Events of all streams of a group that fit, read page by page to the end; a page may be empty and still not be the
     * last one.
     *
     * @param filterPattern in Amazon's filter-pattern language, case-sensitive; empty for all events
     * @param from first millisecond, inclusive
     * @param to last millisecond, inclusive
     */
    public LogEvents events(String group, String filterPattern, Instant from, Instant to) {
        List<LogEvent> events = new ArrayList<>();
        String token = null;
        try {
            for (int page = 0; page < MOST_PAGES && events.size() < MOST_EVENTS; page++) {
                FilterLogEventsResponse response =
                        client.filterLogEvents(request(group, filterPattern, from, to, token));
                response.events()
                        .forEach(event -> events.add(new LogEvent(
                                event.logStreamName(), Instant.ofEpochMilli(event.timestamp()), event.message())));
                token = response.nextToken();
                if (token == null) {
                    return listed(events, false);
                }
            }
            return listed(events, true);
        } catch (SdkException e) {
            return Calls.<LogEvents>told(e, LogEvents.Refused::new, LogEvents.Unavailable::new);
        }
    }

    private static FilterLogEventsRequest request(
            String group, String filterPattern, Instant from, Instant to, String token) {
        FilterLogEventsRequest.Builder request = FilterLogEventsRequest.builder()
                .logGroupName(group)
                .startTime(from.toEpochMilli())
                .endTime(to.toEpochMilli())
                .nextToken(token);
        return filterPattern.isEmpty()
                ? request.build()
                : request.filterPattern(filterPattern).build();
    }

    private static LogEvents listed(List<LogEvent> events, boolean cut) {
        return new LogEvents.Listed(
                events.stream().sorted(Comparator.comparing(LogEvent::at)).toList(), cut);
    }

    @Override
    public void close() {
        client.close();
    }
}
