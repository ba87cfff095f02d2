package frontdoor;

import cutover.environment.front.Dns;
import cutover.environment.front.NumericAddress;
import cutover.environment.front.RecordSet;
import cutover.environment.front.Zone;
import cutover.probe.dns.Question;
import cutover.runbook.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A name whose records change when the users are sent to the new host, and when they are sent back.
 *
 * @param name in full
 * @param sets its records that move, of all phases
 */
record Moving(Zone zone, String name, List<RecordSet> sets) {

    /** All such names that can be resolved in the phase: a zone to which the parent does not point yet is left out. */
    static List<Moving> in(Dns dns, Phase phase) {
        List<Moving> names = new ArrayList<>();
        for (Zone zone : dns.zones()) {
            if (!zone.undelegated().contains(phase)) {
                byName(zone).forEach((name, sets) -> names.add(new Moving(zone, name, sets)));
            }
        }
        return names;
    }

    private static Map<String, List<RecordSet>> byName(Zone zone) {
        return zone.records().stream()
                .filter(RecordSet::moves)
                .collect(Collectors.groupingBy(
                        set -> set.fullName(zone.name()), LinkedHashMap::new, Collectors.toList()));
    }

    /** The types that it has in one phase or another. */
    Set<String> types() {
        return sets.stream().map(RecordSet::type).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One question for each type. */
    List<Question> questions() {
        return types().stream().map(type -> new Question(name, type)).toList();
    }

    /** Whether that is what it must have in the phase; types that are not told must be none. */
    boolean fits(Phase phase, Map<String, Set<String>> told) {
        return types().stream().allMatch(type -> fits(phase, type, told.getOrDefault(type, Set.of())));
    }

    boolean fits(Phase phase, String type, Set<String> told) {
        return expected(phase, type).map(set -> fits(set, told)).orElse(told.isEmpty());
    }

    /** Whether it must be there at all in the phase. */
    boolean in(Phase phase) {
        return sets.stream().anyMatch(set -> set.in(phase));
    }

    /** Whether some other phase expects exactly that. */
    boolean fitsAnotherThan(Phase phase, Map<String, Set<String>> told) {
        return Arrays.stream(Phase.values()).anyMatch(other -> other != phase && fits(other, told));
    }

    /** Whether all of it stands in some phase, or is missing in one. */
    boolean knows(Map<String, Set<String>> told) {
        return told.entrySet().stream()
                .allMatch(each -> each.getValue().stream().allMatch(value -> knows(each.getKey(), value)));
    }

    private boolean knows(String type, String value) {
        return sets.stream()
                .filter(set -> set.type().equals(type))
                .anyMatch(set -> set.each()
                        .map(each -> each.matcher(value).matches())
                        .orElseGet(() -> plain(type, set.values()).contains(plain(type, value))));
    }

    private static boolean fits(RecordSet set, Set<String> told) {
        return set.each()
                .map(each -> !told.isEmpty()
                        && told.stream().allMatch(value -> each.matcher(value).matches()))
                .orElseGet(() -> plain(set.type(), set.values()).equals(plain(set.type(), told)));
    }

    Optional<RecordSet> expected(Phase phase, String type) {
        return sets.stream()
                .filter(set -> set.type().equals(type) && set.in(phase))
                .findFirst();
    }

    /** "A 192.0.2.1; AAAA 2001:db8::1", "no records". */
    String expected(Phase phase) {
        Map<String, String> words = new TreeMap<>();
        sets.stream()
                .filter(set -> set.in(phase))
                .forEach(set -> words.put(
                        set.type(), set.each().map(Object::toString).orElseGet(() -> String.join(", ", set.values()))));
        return words.isEmpty()
                ? "no records"
                : words.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** In one spelling for equal values; not for people, who know IPv6 addresses shorter. */
    static Set<String> plain(String type, Collection<String> values) {
        return values.stream().map(value -> plain(type, value)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String type, String value) {
        return switch (type) {
            case "AAAA" -> NumericAddress.of(value).getHostAddress();
            case "CNAME" -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
    }
}
