package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.drill.Moved;
import cutover.drill.Targets;
import cutover.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drills that have ended, as short as they can be. */
final class Drilled {

    static final Instant NOON = Instant.parse("2026-01-12T20:00:00Z");

    private Drilled() {}

    static DrillRecord met(String name) {
        return of(name, "done", Finding.met(name + ": the old site is back"));
    }

    static DrillRecord unmet(String name) {
        return of(
                name,
                "401",
                Finding.unmet("the drill " + name + ": the old site is not back")
                        .expected("each step met")
                        .butWas("R2 not met")
                        .toDo("put the old URLs back"));
    }

    /** @param told what the other side answered when a snapshot was restored */
    static DrillRecord of(String name, String told, Finding finding) {
        return new DrillRecord(
                name,
                "A drill",
                "Something happens.",
                "drills",
                NOON,
                NOON.plusSeconds(5),
                NOON.plusSeconds(60),
                "go back",
                "unmet: L9",
                1_000,
                2_000,
                30_000,
                new Targets(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3)),
                0,
                List.of(),
                List.of(),
                List.of("R12"),
                Map.of("R1", "no name had moved"),
                List.of(new Moved("copy to restored", "copy", "none", told, NOON.plusSeconds(9))),
                List.of(),
                List.of("drills-" + name + "-back"),
                List.of(finding));
    }
}
