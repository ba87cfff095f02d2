package frontdoor;

import cutover.environment.front.NumericAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One spelling for equal data of records, whoever wrote it. */
final class Spelling {

    private static final Set<String> NAMES = Set.of("CNAME", "MX", "NS");

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)(0(?::0)+)(?:$|:)");

    private Spelling() {}

    static Set<String> of(String type, Collection<String> values) {
        return values.stream().map(value -> of(type, value)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** RFC 5952: the first of the longest runs of zeros is left out; a single zero is not. */
    private static String compressed(String address) {
        return ZEROS.matcher(address)
                .results()
                .max(Comparator.comparingInt((MatchResult run) -> run.group(1).length())
                        .thenComparing(MatchResult::start, Comparator.reverseOrder()))
                .map(run -> address.substring(0, run.start()) + "::" + address.substring(run.end()))
                .orElse(address);
    }

    private static String of(String type, String value) {
        if (type.equals("AAAA")) {
            return compressed(NumericAddress.of(value).getHostAddress());
        }
        boolean dotted = value.endsWith(".");
        return NAMES.contains(type)
                ? value.substring(0, value.length() - (dotted ? 1 : 0)).toLowerCase(Locale.ROOT)
                : value;
    }
}
