package cutover.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot was restored, and the copy proved to be clean: that alone shows that snapshots can be restored.
 *
 * @param at when that run ended
 * @param witness the run, and what it proved
 */
public record ProvedRestore(Instant at, String witness) {

    /** The step that proves a restored copy. */
    private static final String PROOF = "R12";

    public ProvedRestore {
        if (witness.isBlank()) {
            throw new IllegalArgumentException("nobody is named who restored a snapshot at " + at);
        }
    }

    /** The last one among earlier runs, whatever their phase; empty when none has proved one. */
    public static Optional<ProvedRestore> last(History history) {
        List<HistoryEntry> runs = history.entries().stream()
                .filter(run ->
                        run.steps().containsKey(PROOF) && run.steps().get(PROOF).state() == State.MET)
                .toList();
        return History.last(runs).map(run -> new ProvedRestore(run.finished(), "run " + run.run() + ", step " + PROOF));
    }
}
