package cutover.drill;

import cutover.patience.Patience;
import cutover.runbook.StepLine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What shows which action of a drill, and how long that may take. A step that shows a later action too says nothing before
 * that one is done.
 *
 * @param lines of the phase {@code rolledback}
 */
record GuidePlan(List<Action> actions, List<StepLine> lines) {

    /** Looking by a step that writes leaves something behind each time, a mail for instance. */
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    /** All steps that show any of them. */
    Set<String> steps() {
        return actions.stream()
                .flatMap(action -> action.seenBy().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The steps to wait for after that action. */
    Set<String> steps(int index) {
        Set<String> steps = new TreeSet<>(actions.get(index).seenBy());
        actions.stream().skip(index + 1L).forEach(later -> later.seenBy().forEach(steps::remove));
        return steps;
    }

    /** The longest of the steps' budgets. */
    Duration budget(Set<String> steps) {
        return named(steps).map(StepLine::budget).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** How long nobody looks after a look. */
    Duration pause(Set<String> steps) {
        return named(steps).anyMatch(StepLine::writes)
                ? BETWEEN_WRITES
                : Patience.atMost(budget(steps)).every();
    }

    /** What had to be done before that action and has not been seen; empty when there is nothing of that kind. */
    String missing(Action action, Set<String> met) {
        return actions.stream()
                .filter(each -> action.after().contains(each.lever()) && !isSeen(each, met))
                .map(Action::act)
                .collect(Collectors.joining("; "));
    }

    /** Whether all that shows it is met. */
    static boolean isSeen(Action action, Set<String> met) {
        return !action.seenBy().isEmpty() && met.containsAll(action.seenBy());
    }

    private Stream<StepLine> named(Set<String> steps) {
        return lines.stream().filter(line -> steps.contains(line.id()));
    }
}
