package cutover.runbook;

import cutover.finding.Finding;
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
        if (started.isPresent() && steps.stream().allMatch(Reasons::notLookedAt)) {
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
        boolean excused = narrowed() && notLookedAt(step) || rehearsal() && step.state() == State.NOT_VERIFIED_YET;
        if (step.state() != State.MET && !excused) {
            add(
                    step.line().blocking() ? Weight.of(step.state()) : Weight.ADVISORY,
                    step.id(),
                    sentence(step),
                    step.toDo());
        }
    }

    private static String sentence(StepVerdict step) {
        String said = step.open().stream().findFirst().map(Finding::sentence).orElseGet(() -> unexplained(step.line()));
        return switch (step.state()) {
            case MET, UNMET -> said;
            case UNKNOWN -> "could not tell: " + said;
            case FLAKY -> "met only on a repeat; before that: " + said;
            case SKIPPED -> "its test was skipped: " + said;
            case NOT_RUN -> "its test did not run: " + said;
            case NOT_VERIFIED_YET ->
                (step.line().how() == How.SIGN_OFF
                                ? "nothing can observe it, so a person has to: "
                                : "no test verifies it yet, so a person has to: ")
                        + said;
        };
    }

    private static String unexplained(StepLine step) {
        return step.madeOf().isEmpty()
                ? step.line()
                : step.line() + " (made of " + String.join(", ", step.madeOf()) + ")";
    }

    private static boolean notLookedAt(StepVerdict step) {
        return step.state() == State.SKIPPED || step.state() == State.NOT_RUN || step.state() == State.NOT_VERIFIED_YET;
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
