package cutover.junit;

import cutover.config.Masker;
import cutover.config.Reading;
import cutover.config.Sources;
import cutover.drill.Drill;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.Runbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Drills that are not run: their plan, or a look at what they begin with. Neither rehearses anything. */
final class DryDrills {

    private static final String PLANNED = "this is the plan only, nothing was rehearsed";

    private final RunSettings settings;
    private final List<String> names;

    DryDrills(RunSettings settings, List<String> names) {
        this.settings = settings;
        this.names = names;
    }

    /**
     * Tells what would be done; starts nothing.
     *
     * @param proof by how much of the phase each would prove that the old site is back
     * @param suite any suite; the tests of all that lie beside it count
     * @param console told it line by line
     */
    void plan(Proves proof, Class<?> suite, Consumer<String> console) {
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Optional<Runbook> runbook = reading.read(settings.home().resolve("config/runbook.yaml"), Runbook.class);
        Map<String, Drill> drills = runbook.map(known -> read(reading, known)).orElse(Map.of());
        reading.finish();
        DrillPlan plan = new DrillPlan(runbook.orElseThrow());
        drills.forEach((name, drill) ->
                plan.of(name, proof.of(drill, runbook.orElseThrow(), suite)).forEach(console));
        console.accept("  " + PLANNED);
    }

    private Map<String, Drill> read(Reading reading, Runbook runbook) {
        return new DrillFiles(settings.home(), runbook, LeverPlaces.all()).read(reading, names);
    }

    /** Never met. */
    static Finding planned() {
        return Finding.unmet("PARTIAL: " + PLANNED)
                .expected("each drill run to its end, without -Ddry")
                .butWas("what would be done was printed")
                .toDo("leave -Ddry out");
    }

    /**
     * Looks at what each of them begins with.
     *
     * @param suite any suite; all that lie beside it look
     */
    void observe(Class<?> suite) {
        Masker masker = new Masker();
        try (DrillLane lane = DrillLane.open(settings, masker)) {
            lane.read(names).forEach((name, drill) -> keep(lane.look(name, drill, suite), masker));
        }
        new LeakFile(settings.runFolder()).leave(masker.scan(settings.runFolder()));
    }

    private void keep(List<Finding> findings, Masker masker) {
        new DrillsObserved(settings.runFolder(), names.size()).keep(findings, masker::mask);
        findings.forEach(finding -> System.out.println("  " + masker.mask(FailureText.of(finding))));
    }
}
