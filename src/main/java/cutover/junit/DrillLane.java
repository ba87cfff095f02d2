package cutover.junit;

import cutover.config.Masker;
import cutover.config.Reading;
import cutover.config.Sources;
import cutover.drill.Beginning;
import cutover.drill.Drill;
import cutover.drill.DrillLoop;
import cutover.drill.DrillRecord;
import cutover.drill.Hands;
import cutover.finding.Finding;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A twin on which drills are run, one after the other. */
final class DrillLane implements AutoCloseable {

    private final RunSettings settings;
    private final Given given;
    private final RunFiles files;
    private final TwinLevers levers;
    private final TwinScene scene;
    private final Masker masker;
    private final Clock clock;
    private final Opened opened;

    private DrillLane(RunSettings settings, Standing standing, Masker masker, Clock clock, Opened opened) {
        this.settings = settings;
        this.masker = masker;
        this.clock = clock;
        this.opened = opened;
        this.files = RunFiles.read(settings.in(Phase.UAT), standing.running().sources());
        KnownSecrets.learn(standing, files, masker);
        this.levers = opened.add(new TwinLevers(standing.twin(), files, Providers.of(settings, files), clock));
        KeptVisits visits = opened.add(new KeptVisits());
        this.given = new Given(Optional.of(standing), Optional.of(visits));
        this.scene =
                new TwinScene(standing.running(), new WebAccess(files, settings.run(), clock), levers.all(), visits);
    }

    /**
     * Starts a twin for it.
     *
     * @param masker learns the twin's secrets
     */
    static DrillLane open(RunSettings settings, Masker masker) {
        Opened opened = new Opened();
        try {
            Clock clock = Clock.systemUTC();
            Standing standing = opened.add(Standing.start(settings.in(Phase.UAT), clock, new SecureRandom()));
            return new DrillLane(settings, standing, masker, clock, opened);
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

    /** The twin, and who is on its site. */
    Given given() {
        return given;
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
                        scene, watch(suite), hands, clock, line -> System.out.println("    … " + masker.mask(line)))
                .run(name, drill, settings.run());
    }

    /**
     * Looks at what one begins with.
     *
     * @param suite any suite; all that lie beside it look
     */
    List<Finding> look(String name, Drill drill, Class<?> suite) {
        return new Beginning(scene, watch(suite)).look(name, drill);
    }

    /** A world that is broken on purpose is nothing that later runs should be compared with. */
    private PhaseWatch watch(Class<?> suite) {
        return new PhaseWatch(settings.forgetful(), given, suite, clock);
    }

    @Override
    public void close() {
        opened.close();
    }
}
