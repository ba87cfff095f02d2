package cutover.twin.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Events of one container of the new platform, each invocation with its beginning and its end.
 *
 * @param copies how often the application's loggers write each record
 */
record NewWriter(LogGroup group, String stream, int copies) implements PastWriter {

    private static final Duration LIMIT = Duration.ofMillis(30_030);

    @Override
    public void request(PastRequest request) {
        begun(request.at(), request.id());
        if (!request.error().isEmpty()) {
            logged("ERROR", request.at(), request.id(), request.error());
        }
        logged("INFO", request.end(), request.id(), request.access());
        ended(request.end(), request.id(), request.taken());
    }

    @Override
    public void keptWarm(Instant at, String id) {
        begun(at, id);
        ended(at.plusMillis(2), id, Duration.ofMillis(2));
    }

    @Override
    public void event(Instant at, String id, String message) {
        logged(message.startsWith("Zappa Event") ? "DEBUG" : "ERROR", at, id, message);
    }

    /** An invocation that ran into the platform's limit: neither an access line nor the word "Error". */
    void timedOut(Instant at, String id) {
        begun(at, id);
        Instant end = at.plus(LIMIT);
        write(end, String.format(Locale.ROOT, "%s %s Task timed out after 30.03 seconds\n", end, id));
        ended(end, id, LIMIT);
    }

    void begun(Instant at, String id) {
        write(at, "START RequestId: " + id + " Version: $LATEST");
    }

    private void ended(Instant at, String id, Duration taken) {
        write(at, "END RequestId: " + id);
        write(at, LambdaLog.report(id, taken.toNanos() / 1e6));
    }

    private void logged(String level, Instant at, String id, String message) {
        for (int i = 0; i < copies; i++) {
            write(at, RecordShape.record(level, at, id, message));
        }
    }

    private void write(Instant at, String text) {
        group.write("2018/01/12/[$LATEST]" + stream, at, text + "\n", at);
    }
}
