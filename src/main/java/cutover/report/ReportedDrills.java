package cutover.report;

import cutover.drill.DrillRecord;
import cutover.finding.Finding;
import cutover.runbook.Decision;
import java.time.ZoneId;
import java.util.List;

/**
 * All that the report of rollback drills is made from.
 *
 * @param asked how many were to be run
 * @param decision of all of them together
 * @param aside what was found that belongs to no drill that has ended; only what is not met is shown
 * @param records those that ended, in this order
 * @param earlier what is remembered of drills against the same environment, oldest first
 * @param zone the zone in which times are shown beside UTC
 */
public record ReportedDrills(
        String run,
        String environment,
        int asked,
        Decision decision,
        List<Finding> aside,
        List<DrillRecord> records,
        List<DrillRecord> earlier,
        ZoneId zone) {

    public ReportedDrills {
        aside = List.copyOf(aside);
        records = List.copyOf(records);
        earlier = List.copyOf(earlier);
    }

    /** "3 of 4 drills went as they should". */
    String tally() {
        long met = records.stream().filter(DrillRecord::isMet).count();
        if (records.isEmpty()) {
            return "no drill was run to its end";
        }
        return met + " of " + asked + (asked == 1 ? " drill went as it should" : " drills went as they should");
    }

    /** What earlier runs of the same drill were like. */
    DrillPast past(DrillRecord record) {
        return new DrillPast(
                record,
                earlier.stream()
                        .filter(each -> each.drill().equals(record.drill()))
                        .filter(each -> !each.run().equals(record.run()))
                        .toList());
    }
}
