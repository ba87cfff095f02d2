package cutover.drill;

import cutover.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a drill.
 *
 * @param drill name of its file
 * @param story what its file tells
 * @param run id of the run that it was part of
 * @param broke when the last of it broke; when it began, if it did not come so far
 * @param decided what was decided; empty when it did not come so far
 * @param because why
 * @param noticedMillis from the break until the named steps had noticed; negative when they did not
 * @param decidedMillis from the break until it was clear what to do; negative when it never was
 * @param backMillis from the break until the old site was proved to be back, the time that resolvers may remember names
 *     among it (RTO); negative when there was nothing to go back to, or it did not come so far
 * @param targets how long each part was allowed to take
 * @param mayLose how many rows were allowed to be lost
 * @param lost rows that were there before the break and are not there after it (RPO)
 * @param assumes what is taken for granted, and only people can see to
 * @param proves steps that had to be met in the end; empty where nobody was to go back, and in a record from before it was
 *     kept
 * @param needless steps that had no part in it, each with the reason
 * @param moved what was done, in the order in which it was done
 * @param left where each lever stands that is not where it was found; empty when all was undone
 * @param looks ids of the runs that looked
 * @param findings all that was judged, in order
 */
public record DrillRecord(
        String drill,
        String title,
        String story,
        String run,
        Instant begun,
        Instant broke,
        Instant ended,
        String decided,
        String because,
        long noticedMillis,
        long decidedMillis,
        long backMillis,
        Targets targets,
        int mayLose,
        List<Lost> lost,
        List<String> assumes,
        List<String> proves,
        Map<String, String> needless,
        List<Moved> moved,
        List<String> left,
        List<String> looks,
        List<Finding> findings) {

    public DrillRecord {
        lost = List.copyOf(lost);
        assumes = List.copyOf(assumes);
        proves = List.copyOf(proves);
        needless = Collections.unmodifiableMap(new LinkedHashMap<>(needless));
        moved = List.copyOf(moved);
        left = List.copyOf(left);
        looks = List.copyOf(looks);
        findings = List.copyOf(findings);
    }

    /** Whether everything was as the drill has it, and is as it was before. */
    public boolean isMet() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isMet);
    }

    /** What is not met, in order. */
    public List<Finding> open() {
        return findings.stream().filter(finding -> !finding.isMet()).toList();
    }

    /** From the break until the named steps had noticed. */
    public Optional<Duration> noticedAfter() {
        return told(noticedMillis);
    }

    /** From the break until it was clear what to do. */
    public Optional<Duration> decidedAfter() {
        return told(decidedMillis);
    }

    /** From the break until the old site was proved to be back. */
    public Optional<Duration> backAfter() {
        return told(backMillis);
    }

    private static Optional<Duration> told(long millis) {
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }
}
