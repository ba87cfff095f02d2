package cutover.junit;

import cutover.runbook.Phase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timeline from before the launch to the day after, played on one twin whose world is changed between the phases as
 * the team would change it. Each phase is a run of its own, with its own journal, verdict and report.
 */
public final class DressRehearsal {

    /** What to say as phase to have all of them played. */
    static final String ALL = "all";

    static final List<Phase> PHASES = List.of(Phase.BEFORE, Phase.UAT, Phase.LIVE, Phase.DAY2);

    private final RunSettings settings;

    DressRehearsal(RunSettings settings) {
        this.settings = settings;
    }

    /** The one that the system properties {@code cutover.*} ask for; empty when they name a single phase or none. */
    public static Optional<DressRehearsal> ofThisRun() {
        RunSettings settings =
                RunSettings.from(name -> Optional.ofNullable(System.getProperty(name)), "no-run-was-named");
        return settings.phase().filter(ALL::equals).map(all -> new DressRehearsal(settings));
    }

    /**
     * Runs the steps of each phase, one phase after the other, whatever is found.
     *
     * @param suite any suite; all that lie beside it run
     */
    public void play(Class<?> suite) {
        if (!RunningTwin.isWanted(settings)) {
            RunOrProblem.leaveBehind(settings.runFolder(), notHere());
            return;
        }
        try (Standing standing = Standing.start(settings.in(PHASES.get(0)), Clock.systemUTC(), new SecureRandom())) {
            PHASES.forEach(phase -> new PhaseRun(Given.of(standing), suite).play(settings.in(phase)));
        }
    }

    /** What the phases say together; each is judged and reported by itself. */
    public Rehearsed judge(Class<?> suite) {
        if (!RunningTwin.isWanted(settings)) {
            return new Rehearsed(Map.of("all", new Gate(settings, System.out, BuildServer.here()).judge(suite)));
        }
        return Rehearsed.of(PHASES, phase -> judge(phase, suite), settings.folder());
    }

    private Gate.Judged judge(Phase phase, Class<?> suite) {
        System.out.println("  " + phase.key() + ": " + phase.title());
        return new Gate(settings.in(phase), System.out, BuildServer.here()).judge(suite);
    }

    private String notHere() {
        return "-Dphase=all plays the timeline on a twin, and " + settings.environmentFile()
                + " is not one (rehearsal: true); name one phase of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(Phase.values()).map(Phase::key).toList())
                + ", or rehearse with -Penv=rehearsal -Dphase=all";
    }
}
