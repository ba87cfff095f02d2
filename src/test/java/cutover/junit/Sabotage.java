package cutover.junit;

import cutover.config.Masker;
import cutover.drill.Action;
import cutover.drill.Break;
import cutover.drill.Drill;
import cutover.drill.DrillRecord;
import cutover.drill.Hands;
import cutover.drill.Lever;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.Entry;
import cutover.runbook.JournalReader;
import cutover.runbook.Outcome;
import cutover.runbook.Phase;
import cutover.runbook.StepFinished;
import cutover.twin.Twin;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shipped drills on a whole twin, cut down to the steps that matter, with whoever carries them out. */
final class Sabotage implements AutoCloseable {

    private final RunSettings settings;
    private final DrillLane lane;
    private final Map<String, Drill> drills;
    private int count;

    Sabotage(Path folder) {
        Map<String, String> said = Map.of(
                "cutover.phase", "drills",
                "cutover.folder", folder.toString(),
                "cutover.run", "sabotage",
                "cutover.environment", "rehearsal",
                "cutover.console", "off");
        settings = RunSettings.from(name -> Optional.ofNullable(said.get(name)), "sabotage");
        lane = DrillLane.open(settings, new Masker());
        drills = lane.read(DrillFiles.names(settings.home()));
    }

    Twin twin() {
        return lane.given().standing().orElseThrow().twin();
    }

    /** Who is there uses the connection, as between two looks of a guided way back. */
    void peopleGoOn() {
        lane.given().visits().orElseThrow().goOn();
    }

    /** The actions of a drill that move these levers. */
    List<Action> moving(String name, Collection<String> levers) {
        return drills.get(name).actions().stream()
                .filter(action -> levers.contains(action.lever()))
                .toList();
    }

    /**
     * Runs a drill in which one step notices and only some look afterwards.
     *
     * @param proves steps of phase {@code rolledback}
     */
    Ended run(String name, Collection<String> proves, Hands hands) {
        Map<String, String> before = new TreeMap<>();
        String own = name + "-" + ++count;
        DrillRecord record =
                lane.run(own, narrow(drills.get(name), proves), SaboteurOnTwinTest.class, (actions, each) -> {
                    before.putAll(stands());
                    hands.carryOut(actions, each);
                });
        return new Ended(record, seen(record), before, stands());
    }

    /** What breaks before anybody is sent there is noticed by a mail that does not come; another break is noticed sooner. */
    private static Drill narrow(Drill whole, Collection<String> proves) {
        boolean slow = whole.begins() == Phase.UAT;
        String first = slow ? "L9" : whole.notices().get(0);
        return new Drill(
                whole.title(),
                whole.story(),
                whole.begins(),
                List.of(first),
                slow ? List.of(new Break("database-down", "new", "")) : whole.breaks(),
                List.of(first),
                List.of(),
                whole.decision(),
                whole.actions(),
                List.copyOf(new TreeSet<>(proves)),
                Map.of(),
                whole.remembered(),
                whole.assumes(),
                whole.loses(),
                whole.targets());
    }

    private Map<String, String> stands() {
        return lane.scene().levers().stream().collect(Collectors.toMap(Lever::name, Lever::position));
    }

    private List<StepFinished> seen(DrillRecord record) {
        return record.looks().stream()
                .filter(look -> look.endsWith("-back"))
                .flatMap(look -> journal(look).stream())
                .filter(StepFinished.class::isInstance)
                .map(StepFinished.class::cast)
                .toList();
    }

    private List<Entry> journal(String look) {
        return JournalReader.read(settings.folder().resolve(look).resolve(Run.JOURNAL))
                .entries();
    }

    @Override
    public void close() {
        lane.close();
    }

    /**
     * What became of one.
     *
     * @param seen by each step that looked after somebody had gone back
     * @param before where each lever stood before anybody went back
     * @param after where each stands in the end
     */
    record Ended(DrillRecord record, List<StepFinished> seen, Map<String, String> before, Map<String, String> after) {

        /** All that is not met, whole. */
        List<String> texts() {
            return record.open().stream().map(FailureText::of).toList();
        }

        /** Steps that looked after somebody had gone back, and found this. */
        Set<String> steps(Outcome outcome) {
            return seen.stream()
                    .filter(finished -> finished.outcome() == outcome)
                    .map(StepFinished::step)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** First lines of what those steps found not met. */
        List<String> sentences() {
            return seen.stream()
                    .flatMap(finished -> finished.findings().stream())
                    .filter(finding -> !finding.isMet())
                    .map(Finding::sentence)
                    .toList();
        }
    }
}
