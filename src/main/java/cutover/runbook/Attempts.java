package cutover.runbook;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The journal's entries put together to attempts; one that began and never ended is kept as broken. */
final class Attempts {

    private record Key(String step, String test) {}

    private final Map<String, List<TestRun>> byStep = new LinkedHashMap<>();
    private final Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    private final Map<Key, StepStarted> open = new LinkedHashMap<>();
    private Instant last = Instant.MIN;

    Attempts(List<Entry> entries) {
        entries.forEach(this::take);
        List.copyOf(open.values()).forEach(this::abandon);
    }

    /** Every attempt for the step, in the order in which they ended; the clock has no say in it. */
    List<TestRun> of(String step) {
        return byStep.getOrDefault(step, List.of());
    }

    List<Evidence> evidence(String step) {
        return evidence.getOrDefault(step, List.of());
    }

    /** What the tests of the step say together; empty when there was none. */
    Optional<State> state(String step) {
        return of(step).stream()
                .collect(Collectors.groupingBy(TestRun::test, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Attempts::afterAll)
                .reduce(State::or);
    }

    /** The latest moment that any entry tells. */
    Instant last() {
        return last;
    }

    /** The ids of all steps that a test spoke about. */
    Set<String> steps() {
        return byStep.keySet();
    }

    private void take(Entry entry) {
        last = entry.at().isAfter(last) ? entry.at() : last;
        entry.fold(
                runStarted -> null,
                this::begin,
                progress -> null,
                kept -> evidence.computeIfAbsent(kept.step(), step -> new ArrayList<>())
                        .add(kept.evidence()),
                wayBack -> null,
                build -> null,
                this::end,
                compared -> null,
                earlier -> null,
                runFinished -> null);
    }

    /** What the attempts of one test say together: a late success does not wash off an earlier failure. */
    private static State afterAll(List<TestRun> sameTest) {
        State worst = sameTest.stream().map(TestRun::state).reduce(State.MET, State::or);
        boolean metInTheEnd = sameTest.get(sameTest.size() - 1).state() == State.MET;
        boolean failedBefore = worst == State.UNMET || worst == State.UNKNOWN;
        if (metInTheEnd) {
            return failedBefore ? State.FLAKY : State.MET;
        }
        return worst;
    }

    private Void begin(StepStarted started) {
        StepStarted abandoned = open.put(new Key(started.step(), started.test()), started);
        if (abandoned != null) {
            add(abandoned.step(), abandonment(abandoned));
        }
        return null;
    }

    private Void end(StepFinished finished) {
        StepStarted started = open.remove(new Key(finished.step(), finished.test()));
        Duration took = Duration.ofMillis(finished.durationMillis());
        add(
                finished.step(),
                new TestRun(
                        finished.test(),
                        finished.name(),
                        finished.outcome(),
                        finished.findings(),
                        started == null ? finished.at().minus(took) : started.at(),
                        took));
        return null;
    }

    private void abandon(StepStarted started) {
        add(started.step(), abandonment(started));
    }

    private TestRun abandonment(StepStarted started) {
        Finding finding = Finding.unknown("\"" + started.name() + "\" began and did not end")
                .expected("an end with findings")
                .because("the run was ended while this test was at work");
        return new TestRun(
                started.test(),
                started.name(),
                Outcome.BROKEN,
                List.of(finding),
                started.at(),
                last.isBefore(started.at()) ? Duration.ZERO : Duration.between(started.at(), last));
    }

    private void add(String step, TestRun run) {
        byStep.computeIfAbsent(step, id -> new ArrayList<>()).add(run);
    }
}
