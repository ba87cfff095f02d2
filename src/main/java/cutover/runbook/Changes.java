package cutover.runbook;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is otherwise than in earlier runs of the same phase: a pure function of those and this one. Each fact is compared with
 * the last whole run in which its step could tell, so that a night of our own trouble hides no change.
 *
 * @param last the last whole run of the phase; empty when there was none, and so nothing is compared
 * @param all steps first, then facts, then times
 * @param missedNights dates on which a run of phase nightly should have started, and no whole one ended
 * @param doubts what makes the comparison less than reliable, one sentence each
 */
public record Changes(
        Optional<HistoryEntry> last, List<Change> all, List<LocalDate> missedNights, List<String> doubts) {

    /** Of a run that is compared with nothing. */
    public static final Changes NONE = new Changes(Optional.empty(), List.of(), List.of(), List.of());

    public Changes {
        all = List.copyOf(all);
        missedNights = List.copyOf(missedNights);
        doubts = List.copyOf(doubts);
    }

    /** @param zone that of the clock by which nightly runs are started */
    public static Changes of(History earlier, HistoryEntry now, ZoneId zone) {
        Optional<HistoryEntry> last = earlier.lastWholeOf(now.phase());
        return new Changes(
                last,
                new Comparison(earlier, now).changes(),
                last.filter(run -> now.phase() == Phase.NIGHTLY)
                        .map(run -> MissedNights.between(run.started(), now.started(), zone))
                        .orElse(List.of()),
                doubts(earlier, now));
    }

    private static List<String> doubts(History earlier, HistoryEntry now) {
        return Stream.concat(
                        earlier.damage().stream(),
                        History.last(earlier.entries()).flatMap(last -> History.setBack(last, now)).stream())
                .toList();
    }
}
