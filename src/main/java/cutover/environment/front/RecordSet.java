package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** All records of one name and type. */
public record RecordSet(
        @Doc("relative to the zone; @ is the zone's own name")
        String name,

        @Doc("A, AAAA, CNAME, MX, TXT, CAA, DS") String type,

        @Doc("exactly these, in any order; names without the last dot, texts without quotes") @Default("[]")
        List<String> values,

        @Doc("instead of values, where addresses change by themselves: there is at least one, and each fits")
        Optional<Pattern> each,

        @Doc("phases in which they are expected; leave it out for all") @Default("[]")
        List<Phase> phases,

        @Doc("they may be remembered at most so long") Optional<Duration> ttlAtMost,

        @Doc("and at least so long") Optional<Duration> ttlAtLeast,

        @Doc("true for records that change when the users are sent to the new host, and when they are sent back")
        @Default("false")
        boolean moves) {

    public RecordSet {
        type = type.toUpperCase(Locale.ROOT);
        if (values.isEmpty() == each.isEmpty()) {
            throw new IllegalArgumentException("name either values or each");
        }
    }

    /** Whether they are expected in the phase. */
    public boolean in(Phase phase) {
        return phases.isEmpty() || phases.contains(phase);
    }

    /** The name in full, without the last dot. */
    public String fullName(String zone) {
        return name.equals("@") ? zone : name + "." + zone;
    }
}
