package cutover.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import cutover.runbook.Entry;
import cutover.runbook.JournalReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs of fixtures, with a runbook and an environment of their own that nothing ever connects to. */
final class FixtureRuns {

    private static final String RUNBOOK = """
            steps:
              - {id: L5, phases: [uat], line: The site appears, how: auto, blocking: true, owner: operations,
                 when-unmet: Look at the address.}
              - {id: L6, phases: [uat], line: Errors are mailed, how: auto, blocking: true, owner: developers,
                 when-unmet: Look at the mailbox.}
              - {id: L17, phases: [day2], line: The old name redirects, how: auto, blocking: true, owner: operations,
                 when-unmet: Look at the bucket.}
            """;

    private static final String ENVIRONMENT = """
            title: Fixture
            phase: uat
            application: clear-my-record
            under-test: new
            sites:
              new:
                origin: https://www.example.org
                platform: none
                fingerprint: {}
                forbidden-hosts: []
                asset-hosts: []
                logs: {kind: file, path: no.log}
            personas: {}
            mailboxes: {}
            known:
              applications-at-least: 1
              pdf: {id: 1, texts: [], foreign: [], pages: 1}
              foreign: {}
            deadlines: {appears: 1s, mail: 1s, log: 1s, task: 1s, settle: 1s, exchange: 1s, page: 1s, page-budget: 1s}
            """;

    private final Path home;

    /** @param home an empty folder */
    FixtureRuns(Path home) {
        this.home = home;
        write("config/runbook.yaml", RUNBOOK);
        write("config/environments/fixture.yaml", ENVIRONMENT);
        write("config/applications/clear-my-record.yaml", read(Path.of("config/applications/clear-my-record.yaml")));
    }

    Path home() {
        return home;
    }

    Path folder(String run) {
        return home.resolve("runs").resolve(run);
    }

    /** Puts an environment beside the usual one, whose text has all that a run needs. */
    void environment(String name, String replaced, String by) {
        write("config/environments/" + name + ".yaml", ENVIRONMENT.replace(replaced, by));
    }

    RunSettings settings(String run, Map<String, String> more) {
        return RunSettings.from(
                name -> Optional.ofNullable(parameters(run, more).get(name)), "fresh");
    }

    /** Runs the fixtures as JUnit would, in a session of their own. */
    Told run(String run, Map<String, String> more, Class<?>... fixtures) {
        return run(run, 1, more, fixtures);
    }

    /** @param times how often they are executed, as when failed tests are repeated */
    Told run(String run, int times, Map<String, String> more, Class<?>... fixtures) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        parameters(run, more).forEach(request::configurationParameter);
        List.of(fixtures).forEach(fixture -> request.selectors(selectClass(fixture)));
        Told told = new Told();
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (int i = 0; i < times; i++) {
                session.getLauncher().execute(request.build(), told);
            }
        }
        return told;
    }

    List<Entry> journal(String run) {
        return JournalReader.read(folder(run).resolve(Run.JOURNAL)).entries();
    }

    Gate.Judged judged(String run) {
        return judged(run, new ByteArrayOutputStream());
    }

    Gate.Judged judged(String run, ByteArrayOutputStream console) {
        return judged(run, console, BuildServer.none());
    }

    Gate.Judged judged(String run, ByteArrayOutputStream console, BuildServer server) {
        return new Gate(settings(run, Map.of()), new PrintStream(console, true, StandardCharsets.UTF_8), server)
                .judge(FixtureRuns.class);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String text) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> parameters(String run, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "cutover.home",
                home.toString(),
                "cutover.folder",
                home.resolve("runs").toString(),
                "cutover.environment",
                "fixture",
                "cutover.run",
                run,
                "cutover.console",
                "off"));
        all.putAll(more);
        return all;
    }

    /** How JUnit saw it. */
    static final class Told implements TestExecutionListener {

        private final Map<String, TestExecutionResult> ended = new TreeMap<>();
        private final Map<String, String> skipped = new TreeMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult how) {
            if (test.isTest()) {
                ended.put(test.getDisplayName(), how);
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped.put(test.getDisplayName(), reason);
        }

        /** Display name → why it was not run. */
        Map<String, String> skipped() {
            return skipped;
        }

        /** Display names of all that ended in that way. */
        List<String> ended(TestExecutionResult.Status how) {
            return ended.entrySet().stream()
                    .filter(test -> test.getValue().getStatus() == how)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** What the one failed test threw. */
        Throwable failure() {
            return ended.values().stream()
                    .flatMap(how -> how.getThrowable().stream())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
