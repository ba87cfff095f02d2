package cutover.report;

import cutover.runbook.State;
import cutover.runbook.StepVerdict;
import cutover.runbook.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many steps are in which state. */
final class Tally {

    private final Map<State, Long> counts;
    private final int steps;

    Tally(Verdict verdict) {
        steps = verdict.steps().size();
        counts = verdict.steps().stream()
                .collect(Collectors.groupingBy(
                        StepVerdict::state, () -> new EnumMap<>(State.class), Collectors.counting()));
    }

    /** "7 of 11 steps met, 1 not met, 3 not verified yet". */
    String told() {
        String others = Arrays.stream(State.values())
                .filter(state -> state != State.MET && counts.containsKey(state))
                .map(state -> ", " + counts.get(state) + " " + state.text())
                .collect(Collectors.joining());
        return counts.getOrDefault(State.MET, 0L) + " of " + steps + (steps == 1 ? " step met" : " steps met") + others;
    }
}
