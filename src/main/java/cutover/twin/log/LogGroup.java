package cutover.twin.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One log group of the log service, in memory. */
public final class LogGroup {

    private final String name;
    private final List<LogEvent> events = new ArrayList<>();

    public LogGroup(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** All events that a search can find now, in the order in which they were written. */
    public synchronized List<LogEvent> found(Instant now) {
        return events.stream().filter(event -> !event.ingested().isAfter(now)).toList();
    }

    synchronized void write(String stream, Instant timestamp, String message, Instant ingested) {
        events.add(new LogEvent(events.size(), stream, timestamp, message, ingested));
    }

    public synchronized void clear() {
        events.clear();
    }
}
