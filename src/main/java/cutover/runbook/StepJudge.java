package cutover.runbook;

import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges the steps of a phase one after the other, so that a step made of others finds them judged. */
final class StepJudge {

    private final Attempts attempts;
    private final Set<String> covered;
    private final Recorded recorded;
    private final Signatures signatures;
    private final Instant moment;
    private final Map<String, StepVerdict> judged = new LinkedHashMap<>();

    /** @param moment at which sign-offs and waivers must hold */
    StepJudge(Attempts attempts, Set<String> covered, Recorded recorded, Signatures signatures, Instant moment) {
        this.attempts = attempts;
        this.covered = covered;
        this.recorded = recorded;
        this.signatures = signatures;
        this.moment = moment;
    }

    List<StepVerdict> judge(List<StepLine> steps) {
        steps.forEach(step -> judged.put(step.id(), judge(step)));
        return List.copyOf(judged.values());
    }

    private StepVerdict judge(StepLine step) {
        List<TestRun> runs = attempts.of(step.id());
        Signing signing = signatures.of(step);
        State state = state(step, runs, signing);
        List<String> waitsFor = runs.isEmpty() && covered.contains(step.id()) ? obstacles(step) : List.of();
        Optional<Waiver> own = recorded.waiver(step.id());
        boolean holds = own.filter(waiver -> waiver.holds(moment)).isPresent();
        boolean throughParts = state != State.MET && !holds && partsAreWaived(step);
        return new StepVerdict(
                step,
                state,
                runs,
                attempts.evidence(step.id()),
                waitsFor.isEmpty()
                        ? toDo(step, state, runs)
                        : "Put " + String.join(", ", waitsFor) + " right first, then run again.",
                waitsFor,
                signing,
                throughParts ? Optional.empty() : own,
                throughParts || state != State.MET && holds);
    }

    private State state(StepLine step, List<TestRun> runs, Signing signing) {
        List<State> states = new ArrayList<>();
        attempts.state(step.id()).ifPresent(states::add);
        if (runs.isEmpty() && covered.contains(step.id())) {
            states.add(State.NOT_RUN);
        }
        step.madeOf().forEach(part -> states.add(judged.get(part).state()));
        Optional<State> observed = states.stream().reduce(State::or);
        return step.isSigned() ? withWord(observed, signing) : observed.orElse(State.NOT_VERIFIED_YET);
    }

    /** A person's word stands for what could not be told; it never outweighs what was seen. */
    private static State withWord(Optional<State> observed, Signing signing) {
        return observed.filter(state -> state != State.UNKNOWN || !signing.counts())
                .map(state -> state.or(signing.state()))
                .orElse(signing.state());
    }

    private List<String> obstacles(StepLine step) {
        return step.after().stream()
                .filter(judged::containsKey)
                .filter(id -> judged.get(id).holdsUp())
                .toList();
    }

    private boolean partsAreWaived(StepLine step) {
        return attempts.of(step.id()).isEmpty()
                && !covered.contains(step.id())
                && !step.madeOf().isEmpty()
                && step.madeOf().stream().map(judged::get).allMatch(part -> part.state() == State.MET || part.waived());
    }

    private String toDo(StepLine step, State state, List<TestRun> runs) {
        List<Finding> findings =
                runs.stream().flatMap(run -> run.findings().stream()).toList();
        return switch (state) {
            case MET -> "";
            case UNMET ->
                firstOf(findings, finding -> finding.fold(met -> "", Unmet::toDo, unknown -> ""))
                        .orElse(step.whenUnmet());
            case UNKNOWN ->
                firstOf(findings, finding -> finding.fold(met -> "", unmet -> "", StepJudge::toTell))
                        .orElse("Find out what kept this run from telling, and run the step again.");
            case FLAKY -> "Find out why the first attempt failed before trusting the second; then run the step again.";
            case SKIPPED, NOT_RUN -> "Run it: without it nobody knows whether the step holds.";
            case STALE, NOT_SIGNED_OFF -> signatures.howToSign(step);
            case NOT_VERIFIED_YET -> "Ask " + step.owner() + " to look and to say what was seen.";
        };
    }

    /** What kept the run from telling is to be put right; the runbook's line is about the target and would mislead. */
    private static String toTell(Unknown unknown) {
        if (!unknown.toDo().isBlank()) {
            return unknown.toDo();
        }
        return unknown.because().isBlank()
                ? ""
                : "Put right what kept this run from telling (" + unknown.because() + "), and run the step again.";
    }

    private static Optional<String> firstOf(List<Finding> findings, Function<Finding, String> action) {
        return findings.stream().map(action).filter(text -> !text.isBlank()).findFirst();
    }
}
