package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rollback drills of {@code config/drills}, run one after the other on one twin. */
public final class RollbackDrills {

    /** What to say as phase to have them run. */
    static final String PHASE = "drills";

    static final String ASKED = "drills.txt";

    private final RunSettings settings;
    private final List<String> asked;
    private final Dry dry;

    RollbackDrills(RunSettings settings, List<String> asked, Dry dry) {
        this.settings = settings;
        this.asked = asked;
        this.dry = dry;
    }

    /** How much of them is run. */
    enum Dry {
        /** all of it */
        NO,
        /** nothing: what would be done is printed */
        PLAN,
        /** the look before it breaks, and nothing else */
        OBSERVE
    }

    /** Those that the system properties {@code cutover.*} ask for; empty when they ask for none. */
    public static Optional<RollbackDrills> ofThisRun() {
        RunSettings settings =
                RunSettings.from(name -> Optional.ofNullable(System.getProperty(name)), "no-run-was-named");
        List<String> named = said("cutover.drill")
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElse(List.of());
        boolean wanted =
                !named.isEmpty() || settings.phase().filter(PHASE::equals).isPresent();
        return wanted ? Optional.of(new RollbackDrills(settings, named, dry())) : Optional.empty();
    }

    private static Dry dry() {
        return said("cutover.dry")
                .map(text -> Dry.valueOf(TwinScene.constant(text)))
                .orElse(Dry.NO);
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
            demand();
            Files.write(settings.runFolder().resolve(ASKED), names());
            try (DrillLanes lanes = new DrillLanes(settings)) {
                lanes.run(names(), suite, this::ended);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            RunOrProblem.leaveBehind(settings.runFolder(), String.valueOf(e.getMessage()));
            System.out.println(e.getMessage());
        }
    }

    private void ended(DrillRecord record) {
        new DrillBook(settings.runFolder()).add(record);
        new DrillLines().of(record).forEach(System.out::println);
    }

    private List<String> names() {
        return asked.isEmpty() ? DrillFiles.names(settings.home()) : asked;
    }

    private void demand() {
        List<String> known = DrillFiles.names(settings.home());
        if (!RunningTwin.isWanted(settings)) {
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
        Set<String> wanted = new java.util.TreeSet<>(
                KeptRun.left(settings.runFolder(), ASKED).lines().toList());
        return new DrillsJudged(wanted, new DrillBook(settings.runFolder()).records(), settings.runFolder()).finding();
    }
}
