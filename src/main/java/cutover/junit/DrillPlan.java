package cutover.junit;

import cutover.drill.Action;
import cutover.drill.Break;
import cutover.drill.Choice;
import cutover.drill.Drill;
import cutover.patience.Durations;
import cutover.runbook.Runbook;
import cutover.runbook.StepLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What would be done in a drill, as lines for people. */
final class DrillPlan {

    private static final String MARGIN = "                 ";

    private final Runbook runbook;

    DrillPlan(Runbook runbook) {
        this.runbook = runbook;
    }

    List<String> of(String name, Drill drill) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + name + ": " + drill.title());
        lines.add("    " + drill.story());
        line(lines, "begins", drill.begins().key() + ", " + drill.begins().title());
        lines(lines, "breaks", drill.breaks().stream().map(Break::told));
        lines(lines, "must notice", drill.notices().stream().map(this::step));
        lines(lines, "cannot tell", drill.cannotTell().stream().map(this::step));
        line(lines, "decision", drill.decision().words());
        if (drill.decision() != Choice.STAY) {
            lines.add("    to be done, in this order");
            drill.actions().forEach(action -> act(lines, drill.actions().indexOf(action) + 1, action));
            line(lines, "proved by", "the steps " + String.join(", ", drill.proves()) + " of phase rolledback");
            lines(
                    lines,
                    "needless",
                    drill.needless().entrySet().stream().map(each -> step(each.getKey()) + ": " + each.getValue()));
        }
        lines(lines, "for granted", drill.assumes().stream());
        line(lines, "may be lost", drill.loses() == 0 ? "nothing" : "at most " + drill.loses() + " rows");
        line(lines, "at most", targets(drill));
        return lines;
    }

    private static void line(List<String> lines, String label, String text) {
        lines.add("    %-12s %s".formatted(label, text));
    }

    private static void lines(List<String> lines, String label, Stream<String> texts) {
        List<String> all = texts.toList();
        for (int i = 0; i < all.size(); i++) {
            lines.add(i == 0 ? "    %-12s %s".formatted(label, all.get(i)) : MARGIN + all.get(i));
        }
    }

    private static void act(List<String> lines, int number, Action action) {
        lines.add("      " + number + ". " + action.act());
        String lever = action.lever().isEmpty()
                ? "a person's part; no lever stands for it"
                : "lever " + action.lever() + " to " + action.to();
        String after = action.after().isEmpty() ? "" : "; not before " + String.join(", ", action.after());
        String seen = action.seenBy().isEmpty() ? "" : "; seen by " + String.join(", ", action.seenBy());
        lines.add("         " + lever + after + seen);
    }

    private String step(String id) {
        return id + runbook.step(id).map(StepLine::line).map(line -> " " + line).orElse("");
    }

    private static String targets(Drill drill) {
        return Durations.told(drill.targets().noticed()) + " until it is noticed, "
                + Durations.told(drill.targets().decided()) + " until it is decided, "
                + Durations.told(drill.targets().back()) + " until the old site is back"
                + (drill.remembered().isZero()
                        ? ""
                        : ", " + Durations.told(drill.remembered()) + " of them because resolvers remember names");
    }
}
