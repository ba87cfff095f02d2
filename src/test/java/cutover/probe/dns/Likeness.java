package cutover.probe.dns;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What two servers must have in common in one answer.
 *
 * @param facts without lifetimes and signatures
 * @param told the same with lifetimes
 */
record Likeness(
        String rcode,
        boolean aa,
        boolean ad,
        boolean ra,
        Set<String> facts,
        Set<String> told,
        Optional<Duration> negativeTtl) {

    /** Of a server that knows by itself: records with lifetimes. */
    static Likeness of(Answered seen) {
        return new Likeness(
                seen.rcode(),
                seen.aa(),
                seen.ad(),
                seen.ra(),
                each(seen, Resource::fact),
                each(seen, Resource::told),
                seen.negativeTtl());
    }

    /** Of a resolver, whose lifetimes run down. */
    static Likeness timeless(Answered seen) {
        return new Likeness(
                seen.rcode(), seen.aa(), seen.ad(), seen.ra(), each(seen, Resource::fact), Set.of(), Optional.empty());
    }

    private static Set<String> each(Answered seen, Function<Resource, String> part) {
        return seen.answer().stream()
                .filter(each -> !each.type().equals("RRSIG"))
                .map(part)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
