package cutover.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.BuildsSeen;
import cutover.runbook.Entry;
import cutover.runbook.JournalReader;
import cutover.runbook.ReturnWindow;
import cutover.runbook.StepFinished;
import cutover.twin.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the real suites again and again, each time as a run of its own, against one standing twin. */
final class Rehearsals implements AutoCloseable {

    private final Path folder;
    private final String environment;
    private final Standing standing;
    private int count;
    private String last = "";

    Rehearsals(Path folder, String environment) {
        this.folder = folder;
        this.environment = environment;
        RunSettings settings = RunSettings.from(
                name -> name.equals("cutover.environment") ? Optional.of(environment) : Optional.empty(),
                "standing-" + ProcessHandle.current().pid());
        standing = Standing.start(settings, Clock.systemUTC(), new SecureRandom());
    }

    /** Where files of a run can lie that are not its evidence. */
    Path folder(String name) {
        return folder.resolve("files-" + name);
    }

    Twin twin() {
        return standing.twin();
    }

    /**
     * Runs all suites.
     *
     * @param name part of the run's id
     * @return step → first line of what is not met; empty text for a step that is met; steps without a test are missing
     */
    Map<String, String> run(String name, Map<String, String> parameters) {
        String run = name.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + ++count + "-"
                + Long.toString(ProcessHandle.current().pid(), 36);
        last = run;
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("cutover.run", run)
                .configurationParameter("cutover.folder", folder.toString())
                .configurationParameter("cutover.environment", environment)
                .configurationParameter("cutover.phase", "uat")
                .configurationParameter("cutover.console", "off")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
        parameters.forEach(request::configurationParameter);
        StepTests.beside(Rehearsals.class).classes().forEach(type -> request.selectors(selectClass(type)));
        try (LauncherSession session = LauncherFactory.openSession()) {
            Supplier<Given> given = () -> Given.of(standing);
            session.getStore().put(RunStore.SESSION, RunStore.GIVEN, given);
            session.getLauncher().execute(request.build());
        }
        return firstLines(journal(run));
    }

    /** The whole texts of all that the last run found not met, one after the other. */
    String open() {
        return journal(last).stream()
                .flatMap(
                        entry -> entry instanceof StepFinished finished ? finished.findings().stream() : Stream.empty())
                .filter(finding -> !finding.isMet())
                .map(FailureText::of)
                .collect(Collectors.joining("\n"));
    }

    /** What the last run found met, one sentence each. */
    List<String> met() {
        return journal(last).stream()
                .flatMap(
                        entry -> entry instanceof StepFinished finished ? finished.findings().stream() : Stream.empty())
                .filter(Finding::isMet)
                .map(Finding::sentence)
                .toList();
    }

    /** What a run with these parameters saw of the way back, judged at its end. */
    ReturnWindow window(String name, Map<String, String> parameters) {
        run(name, parameters);
        List<Entry> entries = journal(last);
        return ReturnWindow.of(entries, entries.get(entries.size() - 1).at()).orElseThrow();
    }

    /** The builds that the last run saw the site under test run. */
    List<String> builds() {
        return BuildsSeen.in(journal(last)).builds();
    }

    /** A file that the last run kept. */
    String evidence(String file) throws IOException {
        return Files.readString(folder.resolve(last).resolve("evidence").resolve(file));
    }

    /** The whole texts of what the last run found not met first, by step. */
    String messages() {
        return Messages.of(journal(last), last);
    }

    List<Entry> journal(String run) {
        return JournalReader.read(folder.resolve(run).resolve(Run.JOURNAL)).entries();
    }

    private static Map<String, String> firstLines(List<Entry> entries) {
        Map<String, List<Finding>> findings = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry instanceof StepFinished finished) {
                findings.computeIfAbsent(finished.step(), step -> new ArrayList<>())
                        .addAll(finished.findings());
            }
        }
        Map<String, String> lines = new TreeMap<>();
        findings.forEach((step, found) -> lines.put(
                step,
                found.stream()
                        .filter(finding -> !finding.isMet())
                        .findFirst()
                        .map(finding ->
                                FailureText.of(finding).lines().findFirst().orElse(""))
                        .orElse(found.isEmpty() ? "nothing was found" : "")));
        return lines;
    }

    @Override
    public void close() {
        standing.close();
    }
}
