package cutover.patience;

import java.time.Duration;
import java.util.Optional;

/**
 * How a wait went.
 *
 * @param subject what was waited for
 * @param last the last answer seen; empty when no look ended in time
 * @param ended true when a terminal answer was seen, false when the time was over
 * @param looks how often it was looked
 * @param elapsed wall time of the wait
 * @param atMost when it would have given up
 */
public record Wait<T>(String subject, Optional<T> last, boolean ended, int looks, Duration elapsed, Duration atMost) {

    /** "waited 4.0 s for the mail …, 20 looks", for the {@code but was} of a failure. */
    public String told() {
        return "waited %s for %s, %d look%s".formatted(Durations.told(elapsed), subject, looks, looks == 1 ? "" : "s");
    }

    /** One look that did not end the wait. */
    public record Progress<T>(String subject, T seen, int looks, Duration elapsed, Duration atMost) {}
}
