package cutover.drill;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.finding.Finding;
import cutover.runbook.Entry;
import cutover.runbook.JournalRead;
import cutover.runbook.Outcome;
import cutover.runbook.Phase;
import cutover.runbook.RunFinished;
import cutover.runbook.RunStarted;
import cutover.runbook.Runbook;
import cutover.runbook.StepFinished;
import cutover.runbook.StepLine;
import cutover.runbook.StepStarted;
import cutover.runbook.Verdict;
import cutover.runbook.WayBack;
import cutover.runbook.WayBackSeen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A world of cardboard in which a drill goes as its file has it, unless a test changes something: the steps that are to
 * notice do so while it is broken, and after a rollback those are unmet whose lever does not stand where it should.
 */
final class Stage implements Scene, Records, Watch {

    static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");

    private static final String START = "where-it-was";
    private static final Runbook RUNBOOK =
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()));

    final Drill drill;
    final Map<String, String> stands = new TreeMap<>();
    final List<String> done = new ArrayList<>();
    final Map<String, Lever> replaced = new TreeMap<>();
    final Set<String> blind = new TreeSet<>();
    final Set<String> jumpy = new TreeSet<>();
    final List<String> broken = new ArrayList<>();
    final List<Lost> lost = new ArrayList<>();
    final List<WayBack> seen = new ArrayList<>();
    boolean steady = true;
    boolean mends = true;
    Optional<RuntimeException> breaks = Optional.empty();
    private boolean isBroken;
    private Instant now = NOON;

    Stage(Drill drill) {
        this.drill = drill;
        drill.actions().stream()
                .map(Action::lever)
                .filter(lever -> !lever.isEmpty())
                .forEach(lever -> stands.put(lever, START));
        if (drill.decision() == Choice.CORRUPTED_DATA) {
            broken.add("rows that point to nothing");
        }
    }

    /** A drill of config/drills. */
    static Drill shipped(String name) {
        return StrictYaml.read(Path.of("config/drills", name + ".yaml"), Drill.class, Sources.of(Map.of(), Map.of()));
    }

    DrillRecord run(Hands hands) {
        return new DrillLoop(this, this, hands, clock(), done::add).run("exercise", drill, "run-1");
    }

    DrillRecord run() {
        return run(Hands.WILLING);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public void begin(Phase phase) {
        done.add("begin " + phase.key());
    }

    @Override
    public void peopleStay() {
        done.add("people stay");
    }

    @Override
    public void breakDown(Break what) {
        breaks.ifPresent(trouble -> {
            throw trouble;
        });
        isBroken = true;
    }

    @Override
    public void mend() {
        done.add("mend");
        isBroken = !mends;
    }

    @Override
    public List<Lever> levers() {
        return stands.keySet().stream()
                .map(name -> replaced.getOrDefault(name, lever(name)))
                .toList();
    }

    /** One that does what it is told. */
    Lever lever(String name) {
        List<String> positions = new ArrayList<>(List.of(START));
        drill.actions().stream()
                .filter(action -> action.lever().equals(name))
                .map(Action::to)
                .forEach(positions::add);
        return new CardboardLever(name, positions, () -> stands.get(name), to -> {
            stands.put(name, to);
            return "moved";
        });
    }

    @Override
    public Records records() {
        return this;
    }

    @Override
    public void pass(Action action) {
        done.add(action.act());
    }

    @Override
    public void letPass(Duration remembered) {
        done.add("let pass " + remembered);
    }

    @Override
    public void note() {
        done.add("note");
    }

    @Override
    public void takeBack() {
        done.add("take back");
    }

    @Override
    public List<String> broken() {
        return broken;
    }

    @Override
    public List<Lost> lost() {
        return lost;
    }

    @Override
    public Seen look(String name, Phase phase, Set<String> steps) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        RUNBOOK.of(phase).stream()
                .filter(line -> line.madeOf().isEmpty())
                .map(StepLine::id)
                .filter(step -> steps.isEmpty() || steps.contains(step))
                .forEach(step -> outcomes.put(step, phase == Phase.ROLLEDBACK ? back(step) : broken(step)));
        return seen(name, phase, outcomes);
    }

    private Outcome back(String step) {
        boolean there = drill.actions().stream()
                .filter(action -> action.seenBy().contains(step))
                .allMatch(action -> action.to().equals(stands.get(action.lever())));
        return there ? Outcome.MET : Outcome.UNMET;
    }

    private Outcome broken(String step) {
        boolean back = stands.values().stream().allMatch(START::equals);
        if (!steady || !back) {
            return Outcome.UNMET;
        }
        if (!isBroken || blind.contains(step)) {
            return Outcome.MET;
        }
        if (drill.cannotTell().contains(step)) {
            return Outcome.UNKNOWN;
        }
        return drill.notices().contains(step) || jumpy.contains(step) ? Outcome.UNMET : Outcome.MET;
    }

    Seen seen(String name, Phase phase, Map<String, Outcome> outcomes) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new RunStarted(name, "rehearsal", "https://a", phase, true, "", Map.of(), now));
        outcomes.forEach((step, outcome) -> {
            entries.add(new StepStarted(step, "test-" + step, step, now));
            entries.add(new StepFinished(step, "test-" + step, step, outcome, List.of(found(step, outcome)), 1, now));
        });
        seen.forEach(one -> entries.add(new WayBackSeen("N8", one, now)));
        Map<Outcome, Integer> counts = new TreeMap<>();
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        entries.add(new RunFinished(now, counts));
        Verdict verdict = Verdict.of(RUNBOOK, JournalRead.sound(entries), name, outcomes.keySet());
        return new Seen(
                name,
                phase,
                verdict.steps().stream()
                        .filter(step -> outcomes.containsKey(step.id()))
                        .collect(Collectors.toList()),
                entries,
                now);
    }

    private static Finding found(String step, Outcome outcome) {
        return switch (outcome) {
            case UNMET -> Finding.unmet(step + " sees it");
            case UNKNOWN -> Finding.unknown(step + " is in the dark");
            default -> Finding.met(step + " is fine");
        };
    }
}
