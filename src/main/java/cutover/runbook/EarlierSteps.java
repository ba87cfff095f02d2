package cutover.runbook;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the steps ended in the last runs of the same environment and phase; what a report shows beside each step, so that
 * whoever writes it needs no history. No verdict follows from it.
 *
 * @param runs the oldest first; at least one
 */
public record EarlierSteps(List<Of> runs, Instant at) implements Entry {

    /** More are no help to the eye. */
    static final int MOST = 12;

    public EarlierSteps {
        runs = List.copyOf(runs);
    }

    /**
     * One earlier run.
     *
     * @param whole whether it was to look at the whole phase, so that a step which is missing did not run
     * @param steps by id, those for which a test ran
     */
    public record Of(String run, Instant started, boolean whole, SortedMap<String, StepPast> steps) {

        public Of {
            steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
        }

        private static Of of(HistoryEntry entry) {
            return new Of(entry.run(), entry.started(), entry.isWhole(), entry.steps());
        }
    }

    /** The last runs of a phase. */
    public static List<Of> in(History history, Phase phase) {
        List<HistoryEntry> all = history.of(phase);
        return all.subList(Math.max(0, all.size() - MOST), all.size()).stream()
                .map(Of::of)
                .toList();
    }

    @Override
    public <T> T fold(
            Function<RunStarted, T> runStarted,
            Function<StepStarted, T> stepStarted,
            Function<Progress, T> progress,
            Function<EvidenceKept, T> evidenceKept,
            Function<WayBackSeen, T> wayBackSeen,
            Function<BuildSeen, T> buildSeen,
            Function<StepFinished, T> stepFinished,
            Function<RunCompared, T> runCompared,
            Function<EarlierSteps, T> earlierSteps,
            Function<RunFinished, T> runFinished) {
        return earlierSteps.apply(this);
    }
}
