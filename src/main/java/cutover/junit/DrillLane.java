package cutover.junit;

import cutover.config.Reading;
import cutover.config.Sources;
import cutover.drill.Drill;
import cutover.drill.DrillLoop;
import cutover.drill.DrillRecord;
import cutover.drill.Hands;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A twin on which drills are run, one after the other. */
final class DrillLane implements AutoCloseable {

    private final RunSettings settings;
    private final Standing standing;
    private final RunFiles files;
    private final TwinLevers levers;
    private final TwinScene scene;
    private final Clock clock;
    private final Opened opened;

    private DrillLane(RunSettings settings, Standing standing, Clock clock, Opened opened) {
        this.settings = settings;
        this.standing = standing;
        this.clock = clock;
        this.opened = opened;
        this.files = RunFiles.read(settings.in(Phase.UAT), standing.running().sources());
        this.levers = opened.add(new TwinLevers(standing.twin(), files, Providers.of(settings, files), clock));
        this.scene = new TwinScene(standing.running(), files, levers.all());
    }

    /** Starts a twin for it. */
    static DrillLane open(RunSettings settings) {
        Opened opened = new Opened();
        try {
            Clock clock = Clock.systemUTC();
            Standing standing = opened.add(Standing.start(settings.in(Phase.UAT), clock, new SecureRandom()));
            return new DrillLane(settings, standing, clock, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * The drills of these names.
     *
     * @throws cutover.config.ConfigProblems with all that is wrong in their files
     */
    Map<String, Drill> read(List<String> names) {
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Map<String, Drill> drills =
                new DrillFiles(settings.home(), files.runbook(), scene.levers()).read(reading, names);
        reading.finish();
        return drills;
    }

    TwinScene scene() {
        return scene;
    }

    Standing standing() {
        return standing;
    }

    Runbook runbook() {
        return files.runbook();
    }

    /**
     * Runs one.
     *
     * @param suite any suite; all that lie beside it look
     * @param hands who carries the actions out
     */
    DrillRecord run(String name, Drill drill, Class<?> suite, Hands hands) {
        return new DrillLoop(
                        scene,
                        new PhaseWatch(settings, standing, suite, clock),
                        hands,
                        clock,
                        line -> System.out.println("    … " + line))
                .run(name, drill, settings.run());
    }

    @Override
    public void close() {
        opened.close();
    }
}
