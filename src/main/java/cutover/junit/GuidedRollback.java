package cutover.junit;

import cutover.config.Masker;
import cutover.config.Reading;
import cutover.config.Sources;
import cutover.drill.Action;
import cutover.drill.Drill;
import cutover.drill.Guide;
import cutover.drill.Scene;
import cutover.finding.Finding;
import cutover.patience.Patience;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A way back that people go, action by action of one drill, while this run looks on; at its end the phase {@code rolledback}
 * is run and judged as ever. On a real system nothing is moved; on a twin its levers stand for the person.
 */
public final class GuidedRollback {

    private static final String USUAL = "after-launch";
    private static final String PLAIN = "true";

    private final RunSettings settings;
    private final String drill;
    private final BiFunction<Scene, Drill, Consumer<Action>> person;

    /** @param person who does what is to be done on a twin */
    GuidedRollback(RunSettings settings, String drill, BiFunction<Scene, Drill, Consumer<Action>> person) {
        this.settings = settings;
        this.drill = drill;
        this.person = person;
    }

    /** The one that the system properties {@code cutover.*} ask for; empty when they ask for none. */
    public static Optional<GuidedRollback> ofThisRun() {
        RunSettings settings =
                RunSettings.from(name -> Optional.ofNullable(System.getProperty(name)), "no-run-was-named");
        return RollbackDrills.said("cutover.guided")
                .map(name -> name.equals(PLAIN) ? USUAL : name)
                .map(name -> new GuidedRollback(settings, name, TwinPerson::new));
    }

    /**
     * Guides, and if all was gone through looks at the whole phase.
     *
     * @param suite any suite; all that lie beside it look
     */
    public void run(Class<?> suite) {
        try {
            Files.createDirectories(settings.runFolder());
            demand();
            if (RunningTwin.isWanted(settings)) {
                onTheTwin(suite);
            } else {
                onTheRealSystem(suite);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            RunOrProblem.leaveBehind(settings.runFolder(), String.valueOf(e.getMessage()));
            System.out.println(e.getMessage());
        }
    }

    private void onTheTwin(Class<?> suite) {
        try (DrillLane lane = DrillLane.open(settings, new Masker())) {
            Drill read = lane.read(List.of(drill)).get(drill);
            lane.scene().begin(read.begins());
            System.out.println("  this is a twin: its own levers do what a person would, as soon as it is said");
            lane.scene().peopleStay();
            lead(suite, lane.given(), read, lane.runbook(), person.apply(lane.scene(), read));
        }
    }

    private void onTheRealSystem(Class<?> suite) {
        RunFiles files = RunFiles.read(settings.in(Phase.ROLLEDBACK), Sources.fromEnvironment(System.getenv()));
        Runbook runbook = files.runbook();
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Map<String, Drill> drills = new DrillFiles(settings.home(), runbook, List.of()).read(reading, List.of(drill));
        reading.finish();
        System.out.println("  this run moves nothing: it says what to do now, and waits until it can be seen");
        try (KeptVisits visits = new KeptVisits()) {
            visits.arrive(new WebAccess(files, settings.run(), Clock.systemUTC()));
            Given given = new Given(Optional.empty(), Optional.of(visits));
            lead(suite, given, drills.get(drill), runbook, action -> {});
        }
    }

    private void lead(Class<?> suite, Given given, Drill read, Runbook runbook, Consumer<Action> asked) {
        String kept = given.visits().map(KeptVisits::told).orElse("");
        System.out.println(
                kept.isEmpty()
                        ? "  no connection could be kept over the way back, as browsers of people who are there keep theirs"
                        : "  connections are kept over the way back, as browsers of people who are there keep theirs: "
                                + kept);
        Clock clock = Clock.systemUTC();
        GuideBook book = new GuideBook(settings.runFolder());
        Guide guide = new Guide(
                new PhaseWatch(settings, given, suite, clock),
                clock,
                duration -> {
                    given.visits().ifPresent(KeptVisits::goOn);
                    pause(duration);
                },
                asked,
                book::add,
                line -> System.out.println("  " + line));
        if (guide.lead(drill, read, runbook.of(Phase.ROLLEDBACK))) {
            new PhaseRun(given, suite).play(back(read));
        }
    }

    /** Before any name has moved there are none to lead back: the steps that the drill proves are all that can be looked at. */
    private RunSettings back(Drill read) {
        if (read.begins().compareTo(Phase.LIVE) >= 0) {
            return settings.in(Phase.ROLLEDBACK);
        }
        System.out.println("  no name had moved: only " + String.join(", ", read.proves())
                + " of the phase are looked at, so that the verdict is PARTIAL at best");
        return settings.as(Phase.ROLLEDBACK.key(), Phase.ROLLEDBACK, Set.copyOf(read.proves()), settings.quiet());
    }

    private static void pause(Duration duration) {
        new Patience(duration, duration).watch("the next look", () -> "", never -> false, progress -> {});
    }

    private void demand() {
        if (settings.phase().filter(Phase.ROLLEDBACK.key()::equals).isEmpty()) {
            throw new IllegalArgumentException("-Dguided leads back, so that it wants -Dphase=rolledback; "
                    + settings.phase()
                            .map(phase -> "this says -Dphase=" + phase)
                            .orElse("this names no phase"));
        }
        if (!settings.narrowed().isEmpty()) {
            throw new IllegalArgumentException(
                    "-Dguided looks at the whole way back, and this narrows it: " + settings.narrowed());
        }
        List<String> known = DrillFiles.names(settings.home());
        if (!known.contains(drill)) {
            throw new IllegalArgumentException("-Dguided names " + drill + "; config/drills has "
                    + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }

    /**
     * Where it stopped, or what the gate says of the whole phase; tells when each action was seen, and after what time people
     * were back.
     */
    public Finding judge(Class<?> suite) {
        return new GuideJudged(settings, drill).finding(suite, System.out);
    }
}
