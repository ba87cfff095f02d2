package cutover.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds runs as a history knows them. */
record Past(
        String run,
        Phase phase,
        String site,
        String narrowed,
        Instant started,
        SortedMap<String, StepPast> steps,
        SortedMap<String, Remembered> facts) {

    static Past night(String started) {
        return run(Phase.NIGHTLY, started);
    }

    static Past run(Phase phase, String started) {
        return new Past(
                "run-of-" + started,
                phase,
                "https://www.example.org",
                "",
                Instant.parse(started),
                new TreeMap<>(),
                new TreeMap<>());
    }

    Past step(String step, State state, long millis) {
        steps.put(step, new StepPast(state, millis));
        return this;
    }

    Past met(String step) {
        return step(step, State.MET, 100);
    }

    Past fact(String step, String key, String value) {
        facts.put(key, new Remembered(value, step, started.plusSeconds(10)));
        return this;
    }

    Past narrowed(String why) {
        return new Past(run, phase, site, why, started, steps, facts);
    }

    Past at(String otherSite) {
        return new Past(run, phase, otherSite, narrowed, started, steps, facts);
    }

    HistoryEntry entry() {
        return new HistoryEntry(
                run, "prod", phase, site, narrowed, started, started.plus(Duration.ofMinutes(5)), steps, facts);
    }
}
