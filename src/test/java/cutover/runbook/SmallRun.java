package cutover.runbook;

import cutover.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real run of phase uat whose journal is written by hand; it ends at {@link #END}. */
final class SmallRun {

    static final Instant END = Instant.parse("2026-01-12T12:00:00Z");
    static final Duration A_DAY = Duration.ofDays(1);
    private static final Instant START = END.minusSeconds(600);

    private final Runbook runbook;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<SignOff> signOffs = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private Signers signers = Signers.EVERYBODY;

    private SmallRun(boolean rehearsal, String release, StepLine... steps) {
        runbook = new Runbook(List.of(steps));
        entries.add(new RunStarted(
                "run-1",
                "prod",
                "https://www.example.org",
                Phase.UAT,
                rehearsal,
                "",
                release.isEmpty() ? Map.of() : Map.of(RunStarted.RELEASE, release),
                START));
    }

    static SmallRun of(StepLine... steps) {
        return new SmallRun(false, "", steps);
    }

    static SmallRun ofRelease(String release, StepLine... steps) {
        return new SmallRun(false, release, steps);
    }

    static SmallRun rehearsal(StepLine... steps) {
        return new SmallRun(true, "", steps);
    }

    static StepLine step(String id, How how, String... after) {
        return step(id, how, List.of(), List.of(after));
    }

    static StepLine made(String id, String... parts) {
        return step(id, How.AUTO, List.of(parts), List.of());
    }

    private static StepLine step(String id, How how, List<String> parts, List<String> after) {
        return new StepLine(
                id,
                List.of(Phase.UAT),
                "line " + id,
                how,
                true,
                false,
                "operations",
                "Do " + id + ".",
                "",
                parts,
                after,
                Duration.ofMinutes(10),
                A_DAY,
                "");
    }

    SmallRun met(String... steps) {
        for (String step : steps) {
            test(step, Outcome.MET, Duration.ofSeconds(1), Finding.met("fine"));
        }
        return this;
    }

    SmallRun test(String step, Outcome outcome, Duration took, Finding finding) {
        entries.add(new StepStarted(step, "t-" + step, step, END.minus(took)));
        entries.add(new StepFinished(step, "t-" + step, step, outcome, List.of(finding), took.toMillis(), END));
        counts.merge(outcome, 1, Integer::sum);
        return this;
    }

    SmallRun signed(String step, String by, Instant at, String release) {
        return signed(step, by, at, release, "");
    }

    /** @param build that the site ran then */
    SmallRun signed(String step, String by, Instant at, String release, String build) {
        signOffs.add(new SignOff(step, by, at, "it is there", "", release, build));
        return this;
    }

    /** Sees builds at the site that the run is about. */
    SmallRun sees(String... builds) {
        for (String build : builds) {
            entries.add(new BuildSeen("L5", "https://www.example.org", build, END));
        }
        return this;
    }

    SmallRun signed(String step, Instant at) {
        return signed(step, "Ada", at, "");
    }

    SmallRun waived(String step, Instant until) {
        waivers.add(new Waiver(step, "Grace", "it is ordered", until));
        return this;
    }

    SmallRun signers(String role, String... names) {
        signers = new Signers(Map.of("prod", Map.of(role, List.of(names))));
        return this;
    }

    SmallRun entry(Entry entry) {
        entries.add(entry);
        return this;
    }

    /** @param covered steps that have a test */
    Verdict judged(String... covered) {
        entries.add(new RunFinished(END, counts));
        return Verdict.of(
                runbook,
                JournalRead.sound(entries),
                "run-1",
                Set.of(covered),
                new Recorded(signOffs, new Waivers(waivers), signers));
    }

    static String told(Verdict verdict) {
        return verdict.reasons().stream()
                .map(reason -> reason.weight() + " " + reason.text())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
