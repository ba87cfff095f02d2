package cutover.runbook;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A decision with all that it rests on, for the archive.
 *
 * @param format rises when a reader of an earlier format would misunderstand
 * @param decision in words, for instance {@code NO-GO}
 * @param environment empty, like the next three, when the journal does not tell
 * @param commit of suite and configuration; empty where nobody knows
 * @param began UTC in ISO 8601
 * @param ended the last that is known of the run
 * @param decided when it was judged
 * @param covered ids of the steps for which there were tests
 * @param inputs what was judged, by its path in the run's folder → SHA-256
 * @param seal SHA-256 of this record with an empty seal: shows damage, and proves nothing against somebody who can write
 */
public record DecisionRecord(
        int format,
        String decision,
        String run,
        String environment,
        String phase,
        String host,
        String narrowed,
        String commit,
        Map<String, String> versions,
        String began,
        String ended,
        String decided,
        List<Reason> reasons,
        List<StepState> steps,
        List<String> covered,
        SortedMap<String, String> inputs,
        String seal) {

    /** The format that is written. */
    static final int FORMAT = 1;

    public DecisionRecord {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
        covered = List.copyOf(covered);
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /**
     * What became of a step.
     *
     * @param signedOffBy whose word counted; empty where nobody's did
     * @param waivedBy who answers for going on; empty where the step is met, or nobody does
     */
    public record StepState(String step, State state, String signedOffBy, String waivedBy) {

        static StepState of(StepVerdict step) {
            return new StepState(
                    step.id(),
                    step.state(),
                    step.signing().counts()
                            ? step.signing().signOff().map(SignOff::by).orElse("")
                            : "",
                    step.waived() ? step.waiver().map(Waiver::owner).orElse("its parts' owners") : "");
        }
    }

    /** Whether nothing in it was changed since it was sealed. */
    public boolean isIntact() {
        return seal.equals(DecisionJson.seal(this));
    }

    /** Whether a verdict comes to the same: decision, states of all steps, and reasons. */
    public boolean agreesWith(Verdict verdict) {
        return decision.equals(verdict.decision().text())
                && reasons.equals(verdict.reasons())
                && steps.equals(verdict.steps().stream().map(StepState::of).toList());
    }

    DecisionRecord sealed(String by) {
        return new DecisionRecord(
                format,
                decision,
                run,
                environment,
                phase,
                host,
                narrowed,
                commit,
                versions,
                began,
                ended,
                decided,
                reasons,
                steps,
                covered,
                inputs,
                by);
    }
}
