package cutover.junit;

import cutover.drill.Guided;
import cutover.finding.Finding;
import cutover.patience.Durations;
import cutover.runbook.Entry;
import cutover.runbook.Phase;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a guided rollback comes to, from what it left alone.
 *
 * @param settings of the whole; the phase is run in a run of its own
 */
record GuideJudged(RunSettings settings, String drill) {

    Finding finding(Class<?> suite, PrintStream console) {
        Guided guided = new Guided(new GuideBook(settings.runFolder()).notes());
        String problem = KeptRun.left(settings.runFolder(), RunOrProblem.PROBLEMS);
        if (!problem.isEmpty() || !guided.isThrough()) {
            table(guided, "not back yet", console);
            return problem.isEmpty() ? guided.finding() : notGone(guided, problem);
        }
        Gate.Judged judged = Gate.of(settings.in(Phase.ROLLEDBACK)).judge(suite);
        table(guided, judged.isGo() ? "back after " + backAfter(guided) + " (RTO)" : "not back yet", console);
        return judged.finding();
    }

    private static Finding notGone(Guided guided, String problem) {
        return Finding.unmet("the guided rollback could not " + (guided.begun().isEmpty() ? "begin" : "go on"))
                .expected("sound files, and steps that look")
                .butWas(problem)
                .toDo("mend what is listed, then run the same command again, which passes over what can be seen");
    }

    private void table(Guided guided, String back, PrintStream console) {
        console.println("  guided rollback " + drill + ": " + back);
        guided.table().forEach(line -> console.println("    " + line));
        guided.unobserved().forEach(line -> console.println("  nobody could see: " + line));
        console.println();
    }

    /** From the first word to the last look at the whole. */
    private String backAfter(Guided guided) {
        RunSettings whole = settings.in(Phase.ROLLEDBACK);
        Optional<Instant> last = KeptRun.read(whole.runFolder(), whole.environment()).journal().entries().stream()
                .map(Entry::at)
                .max(Comparator.naturalOrder());
        return guided.begun()
                .flatMap(begun -> last.map(end -> Durations.told(Duration.between(begun, end))))
                .orElse("a time that nobody knows");
    }
}
