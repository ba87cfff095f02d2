package cutover.junit;

import cutover.config.Masker;
import cutover.config.Sources;
import cutover.environment.Environment;
import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.probe.http.HttpProbe;
import cutover.report.ConsoleLines;
import cutover.runbook.Entry;
import cutover.runbook.Journal;
import cutover.runbook.Outcome;
import cutover.runbook.Phase;
import cutover.runbook.RunStarted;
import cutover.runbook.StepLine;
import cutover.runbook.WayBack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One run of the suites against one environment: puts together all that the steps use, and closes it at the end. */
final class Run implements AutoCloseable {

    static final String JOURNAL = "journal.jsonl";
    static final String LEAKS = LeakFile.NAME;
    static final String ACCEPTED = "accepted.txt";

    private final RunSettings settings;
    private final RunFiles files;
    private final KeptVisits visits;
    private final Masker masker;
    private final Journal journal;
    private final Clock clock;
    private final RandomGenerator random;
    private final PrintStream console;
    private final ConsoleLines lines;
    private final Providers providers;
    private final BrowserPool browsers;
    private final Opened opened;
    private final Figures figures;
    private final Memory memory;
    private final HttpProbe reading;
    private final HttpProbe signing;
    private final Outside outside;

    private Run(
            RunSettings settings,
            WebAccess web,
            KeptVisits visits,
            RandomGenerator random,
            BrowserPool browsers,
            Opened opened,
            Figures figures,
            PrintStream console) {
        this.settings = settings;
        this.files = web.files();
        this.visits = visits;
        this.masker = KnownSecrets.masker(files, console::println);
        this.clock = web.clock();
        this.random = random;
        this.browsers = browsers;
        this.opened = opened;
        this.figures = figures;
        this.memory = Memory.of(settings, files.environment().rehearsal(), masker::mask, clock);
        this.console = console;
        this.lines = new ConsoleLines(settings.colours(), consoleCharset(), files.runbook());
        this.providers = opened.add(Providers.of(settings, files));
        this.reading = opened.add(web.reading());
        this.signing = opened.add(web.signing());
        this.outside = opened.add(web.outside());
        this.journal = Journal.create(settings.runFolder().resolve(JOURNAL), masker::mask, clock);
    }

    /**
     * Reads the files, starts the twin for a rehearsal, and begins the journal.
     *
     * @param variables the process's environment variables: secrets by name, and values that begin with CUTOVER_
     * @param given what outlives this run; what is missing of it is started
     * @throws cutover.config.ConfigProblems when files or secrets are wrong, before anything is looked at
     */
    static Run open(
            RunSettings settings,
            Clock clock,
            RandomGenerator random,
            Map<String, String> variables,
            Given given,
            PrintStream console) {
        // an answer out of a cache may be the old host's
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        Remains.reap(console::println);
        Opened opened = new Opened();
        Instant begun = clock.instant();
        try {
            Remains remains = opened.add(Remains.watch());
            Optional<RunningTwin> twin = given.standing()
                    .map(Standing::running)
                    .or(() -> RunningTwin.isWanted(settings)
                            ? Optional.of(opened.add(RunningTwin.start(clock, random, remains.noted())))
                            : Optional.empty());
            Duration twinStart = twin.isEmpty() ? Duration.ZERO : Duration.between(begun, clock.instant());
            Sources sources = twin.map(RunningTwin::sources).orElseGet(() -> Sources.fromEnvironment(variables));
            RunFiles files = RunFiles.read(settings, sources);
            WebAccess web = new WebAccess(files, settings.run(), clock);
            KeptVisits visits = given.visits().orElseGet(() -> opened.add(new KeptVisits()));
            twin.ifPresent(world -> world.at(files.phase(), () -> visits.arrive(web)));
            Browserage browserage = new Browserage(settings, clock, console::println, remains.noted());
            BrowserPool browsers = given.standing()
                    .map(Standing::browsers)
                    .orElseGet(() -> opened.add(browserage.pool(files.environment())));
            Run run = new Run(settings, web, visits, random, browsers, opened, new Figures(twinStart), console);
            twin.ifPresent(world ->
                    run.memory.lay(new EarlierRuns(files, settings.environment(), world.twin(), clock).entries()));
            // what the steps see while browsers and twin go down is no news of the site
            remains.before(run.journal::close);
            run.begin(variables);
            return run;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    Phase phase() {
        return files.phase();
    }

    Clock clock() {
        return clock;
    }

    RunFiles files() {
        return files;
    }

    RunSettings settings() {
        return settings;
    }

    Masker masker() {
        return masker;
    }

    Providers providers() {
        return providers;
    }

    BrowserPool browsers() {
        return browsers;
    }

    Figures figures() {
        return figures;
    }

    Memory memory() {
        return memory;
    }

    RandomGenerator random() {
        return random;
    }

    /** Reads only: no other method leaves. */
    HttpProbe reading() {
        return reading;
    }

    /** For signing in. */
    HttpProbe signing() {
        return signing;
    }

    Outside outside() {
        return outside;
    }

    /** Who was on the site before the way back and stayed. */
    List<KeptVisit> visits() {
        return visits.all();
    }

    Optional<StepLine> line(String step) {
        return files.runbook().step(step);
    }

    boolean selected(String step) {
        return settings.steps().isEmpty() || settings.steps().contains(step);
    }

    Workbench workbench(String step, String test, String remedy) {
        Findings findings = new Findings(
                step,
                remedy,
                new EvidenceFolder(settings.runFolder(), step, masker::mask, kept -> evidence(step, kept)),
                masker::mask,
                text -> show(journal.progress(step, text)));
        return new Workbench(this, step, test, files.environment().siteUnderTest(), findings);
    }

    void started(String step, String test, String name) {
        show(journal.stepStarted(step, test, name));
    }

    /** Says something about a step that no test is at work on. */
    void told(String step, String text) {
        show(journal.progress(step, text));
    }

    void finished(String step, String test, String name, Outcome outcome, List<Finding> findings, Duration took) {
        show(journal.stepFinished(step, test, name, outcome, findings, took));
    }

    void wayBack(String step, WayBack seen) {
        journal.wayBackSeen(step, seen);
    }

    void build(String step, String site, String build) {
        journal.buildSeen(step, site, build);
    }

    @Override
    public void close() {
        try {
            memory.conclude(journal, settings.runFolder().resolve(JOURNAL)).ifPresent(this::show);
            show(journal.runFinished());
            journal.close();
            figures.leave(settings.runFolder());
            new LeakFile(settings.runFolder()).leave(masker.scan(settings.runFolder()));
        } finally {
            opened.close();
        }
    }

    private void begin(Map<String, String> variables) {
        Environment environment = files.environment();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("cutover", Version.told());
        Commit.of(settings.home(), variables).ifPresent(commit -> versions.put(RunStarted.COMMIT, commit));
        environment.siteUnderTest().build().ifPresent(build -> versions.put(RunStarted.RELEASE, build));
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        leave(
                ACCEPTED,
                environment.accepted().stream()
                        .map(accepted -> accepted.weakness() + ": " + accepted.reason())
                        .collect(Collectors.joining("\n")));
        new Inputs(settings).keep(files);
        show(journal.runStarted(
                settings.run(),
                settings.environment(),
                environment.siteUnderTest().origin()
                        + environment.siteUnderTest().stagePrefix(),
                files.phase(),
                environment.rehearsal(),
                settings.narrowed(),
                versions));
    }

    private void evidence(String step, Evidence kept) {
        journal.evidenceKept(step, kept);
    }

    private void show(Entry entry) {
        String text = String.join(System.lineSeparator(), lines.of(entry));
        if (!text.isEmpty()) {
            console.println(text);
        }
    }

    /** By which the target can tell the requests of a run from everybody else's. */
    static String agent(String run) {
        return "Cutover/" + Version.told() + " (test traffic; run " + run + ")";
    }

    private void leave(String file, String text) {
        try {
            Path folder = Files.createDirectories(settings.runFolder());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset consoleCharset() {
        // Maven reads a fork's output in this charset
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }
}
