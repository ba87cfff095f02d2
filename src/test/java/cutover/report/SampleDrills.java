package cutover.report;

import cutover.drill.DrillRecord;
import cutover.drill.Lost;
import cutover.drill.Moved;
import cutover.drill.Targets;
import cutover.finding.Finding;
import cutover.runbook.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drills as a rehearsal might leave them: one that led back, slower than before, and one that did not. */
final class SampleDrills {

    static final String HOSTILE = "</style><script>alert(1)</script>";

    private static final Instant NOON = Instant.parse("2026-01-12T20:00:00Z");
    private static final Targets TARGETS =
            new Targets(Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(10));

    private SampleDrills() {}

    static ReportedDrills troubled() {
        return reported(
                Decision.REHEARSAL_FAILED,
                List.of(Finding.unmet("the drill before-redirect has no end, the run was ended in its middle")
                        .expected("that it is run to its end, and undone")
                        .butWas("no record of it")
                        .toDo("run it again: -Ddrill=before-redirect")),
                List.of(ledBack("today", 0, 41_000), ledNowhere()),
                earlier());
    }

    static ReportedDrills smooth() {
        return reported(Decision.REHEARSAL_PASSED, List.of(), List.of(ledBack("today", 0, 41_000)), List.of());
    }

    static ReportedDrills reported(
            Decision decision, List<Finding> aside, List<DrillRecord> records, List<DrillRecord> earlier) {
        return new ReportedDrills(
                "today",
                "rehearsal",
                records.size() + aside.size(),
                decision,
                aside,
                records,
                earlier,
                ZoneId.of("America/Los_Angeles"));
    }

    /** Four runs, one each day before. */
    static List<DrillRecord> earlier() {
        List<DrillRecord> earlier = new ArrayList<>();
        for (int day = 4; day > 0; day--) {
            earlier.add(ledBack("run-" + day, day, 14_000 + 200L * day));
        }
        return earlier;
    }

    /** @param daysAgo when it was run */
    static DrillRecord ledBack(String run, int daysAgo, long back) {
        return ledBack(run, daysAgo, back, List.of("L9", "R0", "R1"));
    }

    static DrillRecord ledBack(String run, int daysAgo, long back, List<String> proves) {
        Instant begun = NOON.minus(Duration.ofDays(daysAgo));
        Instant broke = begun.plusSeconds(8);
        return new DrillRecord(
                "corrupted-data",
                "A script has broken the applications in the live database",
                "The day after the launch somebody runs a script against the live database. Two people have applied since.",
                run,
                begun,
                broke,
                begun.plusMillis(20_000 + back),
                "go back: restore the data first",
                "unmet: L9; and the live data are broken: 1 application without its submission",
                3_100,
                3_400,
                back,
                TARGETS,
                4,
                List.of(new Lost("intake_formsubmission", 2, "61-62")),
                List.of("The newest snapshot is from before the script ran"),
                proves,
                Map.of("R12", "the restored database is the live one " + HOSTILE),
                List.of(
                        new Moved(
                                "Restore the newest clean snapshot into a scratch database",
                                "copy",
                                "none",
                                "done",
                                broke.plusMillis(3_500)),
                        new Moved(
                                "Write down the applications that the scratch database lacks; those people have to be told",
                                "",
                                "",
                                "a person's part",
                                broke.plusMillis(3_900)),
                        new Moved(
                                "At Namecheap, put the old records back",
                                "old-name",
                                "new",
                                "replaced A and CNAME of clearmyrecord.codeforamerica.org, serial 7",
                                broke.plusMillis(4_200))),
                List.of(),
                List.of(run + "-corrupted-data-broken", run + "-corrupted-data-back"),
                List.of(
                        Finding.met("corrupted-data: live holds before it"),
                        Finding.met("corrupted-data: noticed by L9"),
                        Finding.met("corrupted-data: the old site is back")));
    }

    static DrillRecord ledNowhere() {
        return new DrillRecord(
                "after-launch",
                "An hour after the launch the new site can't reach its database " + HOSTILE,
                "The names lead to the new site and people use it.",
                "today",
                NOON,
                NOON.plusSeconds(9),
                NOON.plusSeconds(700),
                "go back: names, vendors, scheduled work",
                "unmet: L6, L9; the live data are sound",
                140_000,
                150_000,
                -1,
                TARGETS,
                0,
                List.of(new Lost("intake_application", 1, "70")),
                List.of("Somebody who may sign in to Namecheap is awake"),
                List.of("R0", "R1", "R2"),
                Map.of(),
                List.of(new Moved(
                        "phone to old",
                        "phone",
                        "new",
                        "401: " + HOSTILE,
                        NOON.plusSeconds(9).plusMillis(151_000))),
                List.of("phone stands at new, it was found at old"),
                List.of("today-after-launch-back"),
                List.of(
                        Finding.met("after-launch: live holds before it"),
                        Finding.unmet("the drill after-launch: the old site is not back")
                                .expected("each step of rolledback met")
                                .butWas("R2 not met: 3 numbers still call the new host")
                                .lookAt("run today-after-launch-back")
                                .toDo("In Twilio, put the old URLs back on the numbers"),
                        Finding.unknown("whether the bounces are back").because("HTTP 503 from the twin")));
    }
}
