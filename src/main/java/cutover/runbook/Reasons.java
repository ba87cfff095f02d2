package cutover.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what stands in the way of a GO and puts first what is to be done first. */
final class Reasons {

    private final Runbook runbook;
    private final Optional<RunStarted> started;
    private final List<Reason> reasons = new ArrayList<>();

    Reasons(Runbook runbook, Optional<RunStarted> started) {
        this.runbook = runbook;
        this.started = started;
    }

    Reasons about(List<Reason> doubts) {
        reasons.addAll(doubts);
        return this;
    }

    /** About tests that speak of steps which this phase is not judged by. */
    Reasons outside(Attempts attempts, List<StepVerdict> steps) {
        attempts.steps().stream()
                .filter(id -> steps.stream().noneMatch(step -> step.id().equals(id)))
                .forEach(id -> runbook.step(id)
                        .ifPresentOrElse(step -> elsewhere(step, attempts.of(id)), () -> unheardOf(id)));
        return this;
    }

    private void elsewhere(StepLine step, List<TestRun> runs) {
        if (runs.stream().map(TestRun::state).anyMatch(state -> state == State.UNMET)) {
            add(
                    Weight.ADVISORY,
                    step.id(),
                    "does not belong to this phase, and is not met here: " + step.line(),
                    step.whenUnmet());
        }
    }

    private void unheardOf(String id) {
        add(
                Weight.EVIDENCE,
                id,
                "a test names this step and the runbook does not have it",
                "Correct the id in the test, or add the step to the runbook.");
    }

    Reasons steps(List<StepVerdict> steps) {
        if (started.isPresent()
                && steps.stream()
                        .allMatch(step -> notLookedAt(step) || step.tests().isEmpty())) {
            add(
                    Weight.EVIDENCE,
                    "",
                    "no step of phase " + started.get().phase().key() + " was looked at",
                    "Run the suite without a selection that leaves nothing over.");
        }
        if (narrowed()) {
            long left = steps.stream().filter(Reasons::notLookedAt).count();
            add(
                    Weight.NARROWED,
                    "",
                    "this run was narrowed (" + started.get().narrowed() + "): " + left + " of " + steps.size()
                            + " steps were not looked at",
                    "Run the whole phase before deciding.");
        }
        steps.forEach(this::step);
        return this;
    }

    List<Reason> inOrder() {
        return reasons.stream().sorted(Comparator.comparing(Reason::weight)).toList();
    }

    private void step(StepVerdict step) {
        aside(step);
        boolean excused = narrowed() && notLookedAt(step) || rehearsal() && lacksOnlyPeople(step);
        if (step.state() != State.MET && !excused) {
            add(weight(step), step.id(), StepWords.of(step), step.toDo());
        }
    }

    /** What is to be said of a step besides its state. */
    private void aside(StepVerdict step) {
        if (step.isOverBudget()) {
            add(
                    Weight.ADVISORY,
                    step.id(),
                    "took " + StepWords.told(step.span()) + ", and its budget is "
                            + StepWords.told(step.line().budget()),
                    "Find out what was slow, or give the step a larger budget in config/runbook.yaml.");
        }
        if (step.state() == State.MET && step.waiver().isPresent()) {
            add(
                    Weight.ADVISORY,
                    step.id(),
                    "is met, so its waiver of " + step.waiver().get().owner() + " is superfluous",
                    "Take it out of config/waivers.");
        }
        if (step.state() == State.MET && !step.open().isEmpty()) {
            add(
                    Weight.ADVISORY,
                    step.id(),
                    "could not tell: " + step.open().get(0).sentence() + "; instead it was "
                            + step.signing().sentence(),
                    "");
        }
    }

    private static Weight weight(StepVerdict step) {
        if (step.waived()) {
            return Weight.WAIVED;
        }
        return step.line().blocking() ? Weight.of(step.state()) : Weight.ADVISORY;
    }

    private static boolean notLookedAt(StepVerdict step) {
        return step.state() == State.SKIPPED || step.state() == State.NOT_RUN || lacksOnlyPeople(step);
    }

    /** Nobody has looked or signed, and nobody can in a rehearsal: the twin is no place for a person to look at. */
    private static boolean lacksOnlyPeople(StepVerdict step) {
        return step.state() == State.NOT_VERIFIED_YET || step.state() == State.NOT_SIGNED_OFF;
    }

    private boolean narrowed() {
        return started.map(start -> !start.narrowed().isEmpty()).orElse(false);
    }

    private boolean rehearsal() {
        return started.map(RunStarted::rehearsal).orElse(false);
    }

    private void add(Weight weight, String step, String sentence, String toDo) {
        reasons.add(new Reason(weight, step, sentence, toDo));
    }
}
