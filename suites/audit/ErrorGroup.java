package audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Errors of one cause, in the order of their time; at least one. */
record ErrorGroup(List<ErrorSeen> errors) {

    ErrorGroup {
        errors = errors.stream().sorted(Comparator.comparing(ErrorSeen::at)).toList();
    }

    /** The most frequent cause first. */
    static List<ErrorGroup> of(List<ErrorSeen> errors) {
        Map<String, List<ErrorSeen>> groups = errors.stream().collect(Collectors.groupingBy(ErrorSeen::signature));
        return groups.values().stream()
                .map(ErrorGroup::new)
                .sorted(Comparator.comparing(
                                (ErrorGroup group) -> -group.errors().size())
                        .thenComparing(ErrorGroup::signature))
                .toList();
    }

    String signature() {
        return errors.get(0).signature();
    }

    /** The last of them, which is the one to look at. */
    ErrorSeen last() {
        return errors.get(errors.size() - 1);
    }

    /** How often, what, from when to when, and one to look at. */
    String told() {
        return errors.size() + " × " + signature() + ", " + when()
                + (last().requestId().isEmpty() ? "" : ", the last of request " + last().requestId())
                + (last().saysError() ? "" : "; a search for \"Error\" does not find it");
    }

    private String when() {
        Instant first = errors.get(0).at().truncatedTo(ChronoUnit.SECONDS);
        Instant end = last().at().truncatedTo(ChronoUnit.SECONDS);
        return first.equals(end) ? "at " + first : "from " + first + " to " + end;
    }
}
