package cutover.junit;

import cutover.config.ConfigProblems;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.DecisionFile;
import cutover.runbook.DecisionRecord;
import cutover.runbook.Reason;
import cutover.runbook.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at a kept decision again, without the network and without the files of today: is all there that it rests on, and
 * does it still come to the same? {@code mvn verify -Drejudge=target/cutover/RUN}
 */
public final class Rejudgement {

    private final Path folder;
    private final PrintStream console;

    /** @param folder of the run, as it was kept */
    Rejudgement(Path folder, PrintStream console) {
        this.folder = folder;
        this.console = console;
    }

    /** For the folder that the system property {@code cutover.rejudge} names. */
    public static Rejudgement ofThisCommand() {
        Path home = Path.of(System.getProperty("cutover.home", "")).toAbsolutePath();
        return new Rejudgement(
                home.resolve(System.getProperty("cutover.rejudge", "")).normalize(), System.out);
    }

    /** Met when the record is whole, comes to the same decision again, and that is GO or REHEARSAL PASSED. */
    public Finding finding() {
        Finding finding = looked();
        console.println(told(finding));
        return finding;
    }

    private Finding looked() {
        DecisionFile file = DecisionFile.in(folder);
        try {
            DecisionRecord record = file.read();
            List<String> damage = file.damage(record, Inputs.of(folder));
            return damage.isEmpty() ? again(record) : damaged(record, damage);
        } catch (ConfigProblems e) {
            return unusable(e.getMessage());
        } catch (IllegalArgumentException e) {
            return unusable(e.getMessage());
        }
    }

    private Finding again(DecisionRecord record) {
        Verdict verdict = KeptRun.read(folder, record.environment())
                .verdict(record.run(), Set.copyOf(record.covered()), Instant.parse(record.decided()));
        String then = "run " + record.run() + " was decided " + record.decision() + " at " + record.decided();
        if (!record.agreesWith(verdict)) {
            return Finding.unmet(then + ", and judged again it is otherwise")
                    .expected(lines(record.decision(), record.reasons()))
                    .butWas(lines(verdict.decision().text(), verdict.reasons()))
                    .lookAt(folder.toString())
                    .toDo("judge it with the version that decided ("
                            + record.versions().getOrDefault("cutover", "unknown") + "), or take the new decision");
        }
        return verdict.isGo()
                ? Finding.met(then + "; nothing it rests on has changed, and judged again it is the same")
                : Finding.unmet(then + ", and judged again it is the same")
                        .expected("GO, or for a rehearsal REHEARSAL PASSED")
                        .butWas(lines(record.decision(), record.reasons()))
                        .lookAt(folder.toString())
                        .toDo(verdict.first().map(Reason::toDo).orElse(""));
    }

    private Finding damaged(DecisionRecord record, List<String> damage) {
        return Finding.unmet("the decision on run " + record.run() + " cannot be relied on any more")
                .expected("all files as they were when it was decided")
                .butWas(String.join("\n", damage))
                .lookAt(folder.toString())
                .toDo("take the folder from the archive again, or run again");
    }

    private Finding unusable(String why) {
        return Finding.unmet("there is no decision to judge again in " + folder)
                .expected("the folder of a run, with " + DecisionFile.NAME)
                .butWas(why)
                .toDo("name the folder of a run: -Drejudge=target/cutover/RUN");
    }

    private static String lines(String decision, List<Reason> reasons) {
        return decision + reasons.stream().map(reason -> "\n- " + reason.text()).collect(Collectors.joining());
    }

    private static String told(Finding finding) {
        return "\n" + (finding.isMet() ? finding.sentence() : FailureText.of(finding)).indent(2);
    }
}
