package cutover.report;

import cutover.runbook.Reason;
import cutover.runbook.Verdict;
import cutover.runbook.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * The reasons of a verdict as workflow commands: printed, each on a line of its own, GitHub shows them on the page of the
 * workflow's run.
 */
public final class Annotations {

    /** Of one kind in one step GitHub shows no more. */
    private static final int MOST = 10;

    private Annotations() {}

    /** The lines, for what to deal with first at the front; the last one says how many more there are. */
    public static List<String> of(Verdict verdict) {
        List<Reason> reasons = verdict.reasons();
        String decision = verdict.decision().text();
        int shown = reasons.size() > MOST ? MOST - 1 : reasons.size();
        List<String> lines = new ArrayList<>();
        reasons.subList(0, shown).forEach(reason -> lines.add(line(decision, reason)));
        if (shown < reasons.size()) {
            lines.add(command(
                    "error", decision, "and " + (reasons.size() - shown) + " more reasons in the job's summary"));
        }
        return lines;
    }

    /** The same for rollback drills that are not as they should be. */
    public static List<String> of(ReportedDrills drills) {
        String decision = drills.decision().text();
        List<DrillsPage.Todo> todos = new DrillsPageMaker(drills, "").page().todos();
        return todos.stream()
                .limit(MOST)
                .map(todo -> command(
                        "error",
                        todo.drill().isEmpty() ? decision : decision + " · " + todo.drill(),
                        todo.toDo().isBlank() ? todo.sentence() : todo.sentence() + "\nTo do: " + todo.toDo()))
                .toList();
    }

    /** Text as it stands in a workflow's log, without anything that the runner would take for one of its commands. */
    static String noCommand(String line) {
        String apart = line.replace("##[", "# #[");
        return apart.stripLeading().startsWith("::") ? apart.replaceFirst("::", ": :") : apart;
    }

    private static String line(String decision, Reason reason) {
        String sentence = Printable.line(reason.sentence());
        return command(
                reason.weight() == Weight.ADVISORY ? "warning" : "error",
                reason.step().isEmpty() ? decision : decision + " · " + reason.step(),
                reason.toDo().isBlank() ? sentence : sentence + "\nTo do: " + Printable.line(reason.toDo()));
    }

    private static String command(String kind, String title, String message) {
        return "::" + kind + " title=" + property(title) + "::" + data(message);
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
