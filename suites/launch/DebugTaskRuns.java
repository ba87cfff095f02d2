package launch;

import common.LogTrail;
import cutover.environment.Site;
import cutover.environment.TaskStart;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.StartedTask;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.patience.Patience;
import cutover.patience.Wait;
import cutover.probe.log.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The debug task: started once, its own line in the log, once, in time, from another invocation than the starter's. */
final class DebugTaskRuns {

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final String line;

    DebugTaskRuns(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.line = bench.application().debugTask().line();
    }

    void asynchronously() {
        Optional<TaskStart> how = site.debugTask();
        if (how.isEmpty()) {
            findings.add(Finding.unknown("the debug task of " + site.host() + " can't be started from here")
                    .expected("a way to start it")
                    .because("config/environments has no debug-task for this site")
                    .toDo("run it by hand and look for \"" + line + "\" in the log, or configure debug-task"));
            return;
        }
        Instant start = bench.clock().instant();
        findings.progress("starting the debug task");
        StartedTask started = bench.start(how.get());
        started.fold(
                accepted -> {
                    followed(accepted.requestId(), start);
                    return null;
                },
                failed -> findings.add(Finding.unmet("the debug task of " + site.host() + " could not be started")
                        .expected("the command is accepted")
                        .butWas(failed.detail())
                        .lookAt(started.how())
                        .toDo("run the command by hand and read what it says")),
                unable -> findings.add(Finding.unknown(
                                "the debug task of " + site.host() + " could not be started from here")
                        .expected("the command is accepted")
                        .because(unable.detail())
                        .lookAt(started.how())
                        .toDo("mend our access; meanwhile run it by hand and look for \"" + line + "\" in the log")));
    }

    private void followed(String starter, Instant start) {
        findings.progress("waiting for the debug task's line in the log");
        LogTrail trail = new LogTrail(bench, site, start.plusSeconds(30));
        Patience patience = Patience.atMost(bench.environment().deadlines().task());
        Wait<List<LogRecord>> wait =
                patience.waitFor("the debug task", () -> ofThisRun(trail.peek(line), start), found -> !found.isEmpty());
        Optional<List<LogRecord>> readable = trail.awaited(line, found -> true);
        if (readable.isEmpty()) {
            return;
        }
        List<LogRecord> found = ofThisRun(readable.get(), start);
        if (found.isEmpty()) {
            findings.add(
                    Finding.unmet("the debug task of " + site.host() + " was accepted, but left no line in the log")
                            .expected("the line \"" + line + "\" within " + Durations.told(wait.atMost()))
                            .butWas("no such line since " + start + "; started by invocation " + starter)
                            .lookAt(trail.place())
                            .toDo("if step L6 misses its lines too, mend the log first. Else look whether " + path()
                                    + ": analytics, PDF building and notifications wait for the same path"));
            return;
        }
        findings.evidence().text("the debug task's line", found.get(0).raw());
        findings.expect(
                found.size() == 1,
                "the debug task ran once, after " + Durations.told(wait.elapsed()),
                Finding.unmet("the debug task of " + site.host() + " ran " + found.size() + " times")
                        .expected("one run for one start")
                        .butWas(found.size() + " lines: "
                                + String.join(
                                        ", ",
                                        found.stream().map(LogRecord::requestId).toList()))
                        .lookAt(trail.place())
                        .toDo("look for errors that make the platform repeat the invocation, and for doubled log"
                                + " handlers: a task that runs twice mails twice"));
        if (!starter.isEmpty()) {
            elsewhere(trail, starter, found.get(0));
        }
    }

    /** What the task needs on its way, to be looked at. */
    private String path() {
        return site.debugTask().filter(TaskStart.Heroku.class::isInstance).isPresent()
                ? "the worker is up (heroku ps) and whether it reads the queue that the application writes to"
                : "the function may invoke itself, and whether it reaches the service from its network";
    }

    /** Whether it ran outside the invocation that started it. */
    private void elsewhere(LogTrail trail, String starter, LogRecord line) {
        Optional<String> owner = trail.invocationOf(line);
        if (owner.isEmpty()) {
            findings.add(Finding.unknown("in which invocation the debug task of " + site.host() + " ran")
                    .expected("a START line before it in its log stream")
                    .because("the stream " + line.stream() + " has none")
                    .lookAt(trail.place())
                    .toDo("look at the line in the log by hand: it must stand in another invocation than " + starter));
            return;
        }
        findings.expect(
                !owner.get().equals(starter),
                "the debug task ran in an invocation of its own",
                Finding.unmet("the debug task of " + site.host() + " ran inside the request that started it")
                        .expected("another invocation than " + starter)
                        .butWas("the same")
                        .lookAt(trail.place())
                        .toDo("look at the decorator's environment test: asynchronous work that runs inside requests"
                                + " makes every page slow"));
    }

    private List<LogRecord> ofThisRun(List<LogRecord> found, Instant start) {
        return found.stream()
                .filter(record ->
                        record.message().contains(line) && !record.at().isBefore(start.minusSeconds(1)))
                .toList();
    }
}
