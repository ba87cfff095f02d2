package cutover.junit;

import cutover.config.Masker;
import cutover.drill.DrillRecord;
import cutover.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The rollback drills of {@code config/drills}, run one after the other on one twin. */
public final class RollbackDrills {

    /** What to say as phase to have them run. */
    static final String PHASE = "drills";

    static final String ASKED = "drills.txt";

    private final RunSettings settings;
    private final List<String> asked;
    private final String dry;
    private final String proves;

    /**
     * @param dry as the caller wrote it
     * @param proves as the caller wrote it
     */
    RollbackDrills(RunSettings settings, List<String> asked, String dry, String proves) {
        this.settings = settings;
        this.asked = asked;
        this.dry = dry;
        this.proves = proves;
    }

    /** Those that the system properties {@code cutover.*} ask for; empty when they ask for none. */
    public static Optional<RollbackDrills> ofThisRun() {
        RunSettings settings =
                RunSettings.from(name -> Optional.ofNullable(System.getProperty(name)), "no-run-was-named");
        List<String> named = said("cutover.drill")
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElse(List.of());
        Optional<String> dry = said("cutover.dry");
        Optional<String> proves = said("cutover.proves");
        boolean wanted = !named.isEmpty()
                || dry.isPresent()
                || proves.isPresent()
                || settings.phase().filter(PHASE::equals).isPresent();
        return wanted
                ? Optional.of(new RollbackDrills(settings, named, dry.orElse(""), proves.orElse("")))
                : Optional.empty();
    }

    /** What the caller said; empty for nothing, and for a property that Maven left as it stands. */
    static Optional<String> said(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.startsWith("${"));
    }

    /**
     * Runs them, whatever is found.
     *
     * @param suite any suite; all that lie beside it look
     */
    public void run(Class<?> suite) {
        try {
            Files.createDirectories(settings.runFolder());
            Dry much = Dry.named(dry);
            Proves proof = Proves.named(proves);
            demand(much);
            Files.write(settings.runFolder().resolve(ASKED), names());
            switch (much) {
                case PLAN -> new DryDrills(settings, names()).plan(proof, suite, System.out::println);
                case OBSERVE -> new DryDrills(settings, names()).observe(suite);
                case NO -> all(proof, suite);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            RunOrProblem.leaveBehind(settings.runFolder(), String.valueOf(e.getMessage()));
            System.out.println(e.getMessage());
        }
    }

    private void all(Proves proof, Class<?> suite) {
        Masker masker = new Masker();
        try (DrillLanes lanes = new DrillLanes(settings, proof, masker)) {
            lanes.run(names(), suite, record -> ended(record, masker));
        }
        new LeakFile(settings.runFolder()).leave(masker.scan(settings.runFolder()));
    }

    /** For any number of threads. */
    private void ended(DrillRecord record, Masker masker) {
        DrillRecord written = new DrillBook(settings.runFolder(), settings.environment(), masker::mask).add(record);
        new DrillMemory(settings, masker::mask).add(written, System.out::println);
        new DrillLines().of(written).forEach(System.out::println);
    }

    private List<String> names() {
        return asked.isEmpty() ? DrillFiles.names(settings.home()) : asked;
    }

    private void demand(Dry much) {
        List<String> known = DrillFiles.names(settings.home());
        if (much != Dry.PLAN && !RunningTwin.isWanted(settings)) {
            throw new IllegalArgumentException(
                    "drills break things and pull levers, so they are run on a twin only, and "
                            + settings.environmentFile()
                            + " is not one (rehearsal: true); rehearse with -Penv=rehearsal"
                            + " -Dphase=drills, or be guided on the real system: -Dphase=rolledback -Dguided");
        }
        if (!known.containsAll(asked) || known.isEmpty()) {
            throw new IllegalArgumentException("-Ddrill names " + String.join(", ", asked) + "; config/drills has "
                    + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }

    /** What they say together: met when each was run to its end, went as its file has it, and was undone. */
    public Finding judge() {
        String problem = KeptRun.left(settings.runFolder(), RunOrProblem.PROBLEMS);
        if (!problem.isEmpty()) {
            return Finding.unmet("the drills could not begin")
                    .expected("a twin and sound files in config/drills")
                    .butWas(problem)
                    .toDo("mend what is listed, then run again");
        }
        DrillsGate gate = new DrillsGate(settings, System.out, BuildServer.here());
        return switch (Dry.named(dry)) {
            case PLAN -> DryDrills.planned();
            case OBSERVE -> gate.observed();
            case NO -> gate.run();
        };
    }
}
