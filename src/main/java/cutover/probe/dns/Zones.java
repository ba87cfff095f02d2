package cutover.probe.dns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays side by side what servers say. */
public final class Zones {

    private Zones() {}

    /** One agreement for each question, in the order in which the questions first occur. */
    public static List<Agreement> compare(List<DnsObservation> observations) {
        Map<Question, List<Voice>> voices = new LinkedHashMap<>();
        observations.forEach(each -> voices.computeIfAbsent(each.question(), question -> new ArrayList<>())
                .add(Voice.of(each)));
        return voices.entrySet().stream()
                .map(each -> new Agreement(each.getKey(), each.getValue()))
                .toList();
    }

    /** The order of records, and how often one occurs, do not count. */
    public static Difference difference(Collection<Resource> left, Collection<Resource> right) {
        Map<String, Set<Long>> ours = ttls(left);
        Map<String, Set<Long>> theirs = ttls(right);
        Set<String> changed = new TreeSet<>();
        ours.forEach((fact, ttls) -> {
            if (theirs.containsKey(fact) && !theirs.get(fact).equals(ttls)) {
                changed.add(fact + ": " + ttls + " / " + theirs.get(fact));
            }
        });
        return new Difference(without(ours, theirs), without(theirs, ours), changed);
    }

    private static Map<String, Set<Long>> ttls(Collection<Resource> records) {
        Map<String, Set<Long>> ttls = new TreeMap<>();
        records.forEach(each ->
                ttls.computeIfAbsent(each.fact(), fact -> new TreeSet<>()).add(each.ttl()));
        return ttls;
    }

    private static Set<String> without(Map<String, Set<Long>> facts, Map<String, Set<Long>> others) {
        Set<String> rest = new TreeSet<>(facts.keySet());
        rest.removeAll(others.keySet());
        return rest;
    }
}
