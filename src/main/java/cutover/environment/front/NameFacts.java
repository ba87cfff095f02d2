package cutover.environment.front;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Under which keys, and in which words, the runs remember what the name servers told. */
public final class NameFacts {

    private static final Pattern SECONDS = Pattern.compile("(\\d+) s\\b");

    private NameFacts() {}

    /** Key of the records of a name and type. */
    public static String records(String name, String type) {
        return "dns " + name + " " + type;
    }

    /** Key of how long they may be remembered. */
    public static String ttl(String name, String type) {
        return records(name, type) + " ttl";
    }

    /** Key of the names of the servers to which a zone is handed over by its parent. */
    public static String delegation(String zone) {
        return "dns " + zone + " delegation";
    }

    /** In an order of its own, so that the same set is always the same text; "nothing" for none. */
    public static String told(Collection<String> values) {
        return values.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(values));
    }

    /** "60 s", "60 s or 3600 s" when the servers do not agree. */
    public static String seconds(Collection<Duration> ttls) {
        return String.join(
                " or ",
                ttls.stream()
                        .distinct()
                        .sorted()
                        .map(ttl -> ttl.toSeconds() + " s")
                        .toList());
    }

    /** The longest of the times in such a text; empty for another text. */
    public static Optional<Duration> longest(String seconds) {
        return SECONDS.matcher(seconds).results().map(NameFacts::duration).max(Comparator.naturalOrder());
    }

    private static Duration duration(MatchResult seconds) {
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }
}
