package frontdoor;

import common.Lasting;
import cutover.environment.front.KeptFacts;
import cutover.environment.front.Redirects.Rule;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What browsers keep of the redirects that they met, whether it is allowed in the phase or not; for any number of threads. */
final class Keepsakes {

    private final Map<String, Boolean> forGood = new TreeMap<>();
    private final Set<String> permanent = new TreeSet<>();
    private final Map<String, Duration> kept = new TreeMap<>();
    private final Map<String, String> strict = new TreeMap<>();

    /** @param trail on the way to the rule's target */
    synchronized void note(Rule rule, Trail trail) {
        trail.hops().stream()
                .filter(hop -> hop.leadsTo().isPresent()
                        && !hop.asked().origin().equals(rule.to().toString()))
                .forEach(hop -> note(rule, hop.asked().origin(), hop.answer().orElseThrow()));
    }

    private void note(Rule rule, String origin, Answered answer) {
        Lasting lasting = new Lasting(answer);
        forGood.merge(origin, lasting.permanent(), Boolean::logicalOr);
        if (lasting.permanent() && !rule.permanent()) {
            permanent.add(answer.status() + " at " + origin);
        }
        if (!lasting.kept().isZero()) {
            kept.merge(origin, lasting.kept(), (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        lasting.strict().ifPresent(line -> strict.put(origin, lasting.strictly()));
    }

    /** Tells the journal, and later runs; nothing about what nobody has met. */
    synchronized void tell(Workbench bench) {
        if (forGood.isEmpty()) {
            return;
        }
        forGood.forEach((origin, permanent) -> bench.remember(
                KeptFacts.key(origin), KeptFacts.told(permanent, kept.getOrDefault(origin, Duration.ZERO))));
        String witness = String.join(", ", forGood.keySet());
        if (permanent.isEmpty() && kept.isEmpty()) {
            bench.wayBack(WayBack.possible(Subject.REDIRECTS, witness));
        }
        if (!permanent.isEmpty()) {
            bench.wayBack(WayBack.atACost(
                    Subject.REDIRECTS,
                    "permanent redirects seen: browsers that met one follow it until they forget it",
                    String.join(", ", permanent)));
        }
        byTime().forEach((time, origins) -> bench.wayBack(WayBack.atACost(
                Subject.REDIRECTS, Lasting.told(time) + ": for so long browsers keep a redirect", origins)));
        if (strict.isEmpty()) {
            bench.wayBack(WayBack.possible(Subject.STRICT_TRANSPORT, witness));
        }
        strict.forEach((origin, words) -> bench.wayBack(WayBack.atACost(
                Subject.STRICT_TRANSPORT,
                "browsers that came refuse plain http at " + origin.substring(origin.indexOf("//") + 2) + " " + words
                        + ": whoever answers there afterwards must speak https",
                origin)));
    }

    /** The origins of the redirects that are kept for the same time. */
    private Map<Duration, String> byTime() {
        return kept.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
    }
}
