package cutover.twin.log;

import cutover.twin.clockwork.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** The function's containers, each with a log stream; one that is busy takes no second invocation. */
final class Containers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final int WARM = 3;

    private final Deque<String> free = new ArrayDeque<>();
    private final Ids ids;

    Containers(Ids ids, Instant now) {
        this.ids = ids;
        for (int i = 0; i < WARM; i++) {
            free.add(stream(now));
        }
    }

    /** Takes the container that has been idle longest, but never the one of {@code other}. */
    synchronized String take(Optional<String> other, Instant now) {
        for (String stream : free) {
            if (!other.equals(Optional.of(stream))) {
                free.remove(stream);
                return stream;
            }
        }
        return stream(now);
    }

    synchronized void giveBack(String stream) {
        free.addLast(stream);
    }

    private String stream(Instant now) {
        return DAY.format(now.atOffset(ZoneOffset.UTC)) + "/[$LATEST]" + ids.hex(32);
    }
}
