package cutover.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run says: a pure function of the runbook and the run's journal.
 *
 * @param run the id of the run that was to be judged
 * @param steps every step of the phase, in the runbook's order; empty if the journal does not tell the phase
 * @param reasons what stands in the way, the one to deal with first at the front; may hold advice although the decision
 *     is a good one
 */
public record Verdict(Decision decision, String run, List<StepVerdict> steps, List<Reason> reasons) {

    public Verdict {
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }

    /** Judges entries about which nothing is known to be damaged. */
    public static Verdict of(Runbook runbook, List<Entry> entries, String expectedRun, Set<String> coveredSteps) {
        return of(runbook, JournalRead.sound(entries), expectedRun, coveredSteps);
    }

    /**
     * Judges a run for which nobody has recorded anything.
     *
     * @param expectedRun the id of the run that is to be judged; a journal of any other is evidence of nothing
     * @param coveredSteps ids of the steps for which tests exist; all others are listed as not verified yet
     */
    public static Verdict of(Runbook runbook, JournalRead journal, String expectedRun, Set<String> coveredSteps) {
        return of(runbook, journal, expectedRun, coveredSteps, Recorded.NOTHING);
    }

    /**
     * Judges a run.
     *
     * @param recorded sign-offs and waivers; they are judged by the moment at which the run ended
     */
    public static Verdict of(
            Runbook runbook, JournalRead journal, String expectedRun, Set<String> coveredSteps, Recorded recorded) {
        Optional<RunStarted> started = start(journal.entries());
        Attempts attempts = new Attempts(journal.entries());
        List<StepVerdict> steps = started.map(
                        start -> judge(start, BuildsSeen.in(journal.entries()), attempts, coveredSteps, recorded)
                                .judge(runbook.of(start.phase())))
                .orElse(List.of());
        List<Reason> reasons = new Reasons(runbook, started)
                .about(new JournalDoubts(journal, expectedRun).weighed())
                .outside(attempts, steps)
                .steps(steps)
                .inOrder();
        return new Verdict(decision(started, reasons), expectedRun, steps, reasons);
    }

    private static StepJudge judge(
            RunStarted start, BuildsSeen seen, Attempts attempts, Set<String> covered, Recorded recorded) {
        Signatures signatures = new Signatures(recorded, start.environment(), start.release(), seen, attempts.last());
        return new StepJudge(attempts, covered, recorded, signatures, attempts.last());
    }

    /** The verdict on a run that could not begin, so that there is no journal to judge. */
    public static Verdict ofNoRun(String expectedRun, String why, String toDo) {
        return new Verdict(Decision.NO_GO, expectedRun, List.of(), List.of(new Reason(Weight.EVIDENCE, "", why, toDo)));
    }

    /** The same with something more against it that no journal tells, to be dealt with first. */
    public Verdict withdrawn(String why, String toDo) {
        boolean rehearsal = decision == Decision.REHEARSAL_PASSED || decision == Decision.REHEARSAL_FAILED;
        List<Reason> all = new ArrayList<>(reasons);
        all.add(0, new Reason(Weight.EVIDENCE, "", why, toDo));
        return new Verdict(rehearsal ? Decision.REHEARSAL_FAILED : Decision.NO_GO, run, steps, all);
    }

    /** True for GO and REHEARSAL PASSED: an end that a pipeline may build on. */
    public boolean isGo() {
        return decision == Decision.GO || decision == Decision.REHEARSAL_PASSED;
    }

    /** The reason to deal with first; empty when there is nothing to do. */
    public Optional<Reason> first() {
        return reasons.stream().findFirst();
    }

    static Optional<RunStarted> start(List<Entry> entries) {
        return entries.stream()
                .filter(RunStarted.class::isInstance)
                .map(RunStarted.class::cast)
                .findFirst();
    }

    private static Decision decision(Optional<RunStarted> started, List<Reason> reasons) {
        boolean rehearsal = started.map(RunStarted::rehearsal).orElse(false);
        if (reasons.stream().anyMatch(reason -> reason.weight().isDecisive())) {
            return rehearsal ? Decision.REHEARSAL_FAILED : Decision.NO_GO;
        }
        if (reasons.stream().anyMatch(reason -> reason.weight() == Weight.NARROWED)) {
            return Decision.PARTIAL;
        }
        return rehearsal ? Decision.REHEARSAL_PASSED : Decision.GO;
    }
}
