package launch;

import cutover.finding.Finding;
import cutover.junit.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many pages do wrong, gathered by rule, so that one cause is one finding however many pages show it. */
final class Offences {

    private static final int SHOWN = 12;

    private final Map<Rule, List<String>> byRule = new LinkedHashMap<>();
    private final Map<Rule, Set<String>> accepted = new HashMap<>();

    /**
     * What every page has to keep to.
     *
     * @param met sentence when all do
     * @param unmet sentence when some don't; the first offence is appended
     */
    record Rule(String met, String unmet, String expected, String toDo) {}

    /** Makes the rule known, so that keeping to it is a finding too. */
    void rule(Rule rule) {
        byRule.computeIfAbsent(rule, key -> new ArrayList<>());
    }

    void add(Rule rule, String offence) {
        List<String> offences = byRule.computeIfAbsent(rule, key -> new ArrayList<>());
        if (!offences.contains(offence)) {
            offences.add(offence);
        }
    }

    /** An offence that the environment accepts: told as a known weakness, not as kept to. */
    void accept(Rule rule, String offence) {
        accepted.computeIfAbsent(rule, key -> new LinkedHashSet<>()).add(offence);
    }

    void into(Findings findings, String place) {
        byRule.forEach((rule, offences) -> findings.expect(
                offences.isEmpty(),
                met(rule),
                Finding.unmet(rule.unmet() + (offences.isEmpty() ? "" : ": " + firstLine(offences.get(0))))
                        .expected(rule.expected())
                        .butWas(told(offences))
                        .lookAt(place)
                        .toDo(rule.toDo())));
    }

    private String met(Rule rule) {
        Set<String> known = accepted.getOrDefault(rule, Set.of());
        return known.isEmpty()
                ? rule.met()
                : rule.unmet() + ", " + known.size() + " in all, for instance "
                        + known.iterator().next() + ": a known weakness, accepted for this environment";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String told(List<String> offences) {
        String shown = String.join("\n", offences.subList(0, Math.min(SHOWN, offences.size())));
        return offences.size() <= SHOWN ? shown : shown + "\n… and " + (offences.size() - SHOWN) + " more";
    }
}
