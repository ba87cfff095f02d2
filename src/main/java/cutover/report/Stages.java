package cutover.report;

import cutover.runbook.Phase;
import cutover.runbook.State;
import cutover.runbook.StepVerdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The timeline at a glance: each phase, with the judged steps that are at home in it. */
final class Stages {

    private final List<StepVerdict> steps;
    private final Optional<Phase> judged;

    Stages(List<StepVerdict> steps, Optional<Phase> judged) {
        this.steps = steps;
        this.judged = judged;
    }

    List<Page.Stage> all() {
        return Arrays.stream(Phase.values()).map(this::stage).toList();
    }

    Page.Stage stage(Phase phase) {
        List<StepVerdict> own =
                steps.stream().filter(step -> step.line().home() == phase).toList();
        return new Page.Stage(
                phase.key(),
                phase.title(),
                judged.filter(phase::equals).isPresent(),
                phase == Phase.ROLLEDBACK || phase == Phase.NIGHTLY,
                counts(own));
    }

    private static List<Page.Count> counts(List<StepVerdict> steps) {
        Map<State, Long> counts = steps.stream()
                .collect(Collectors.groupingBy(
                        StepVerdict::state, () -> new EnumMap<>(State.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> new Page.Count(
                        Sign.of(each.getKey()).style(), each.getKey().text(), Math.toIntExact(each.getValue())))
                .toList();
    }
}
