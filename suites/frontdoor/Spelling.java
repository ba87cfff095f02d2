package frontdoor;

import cutover.environment.front.NumericAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One spelling for equal data of records, whoever wrote it. */
final class Spelling {

    private static final Set<String> NAMES = Set.of("CNAME", "MX", "NS");

    private Spelling() {}

    static Set<String> of(String type, Collection<String> values) {
        return values.stream().map(value -> of(type, value)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String of(String type, String value) {
        if (type.equals("AAAA")) {
            return NumericAddress.of(value).getHostAddress();
        }
        boolean dotted = value.endsWith(".");
        return NAMES.contains(type)
                ? value.substring(0, value.length() - (dotted ? 1 : 0)).toLowerCase(Locale.ROOT)
                : value;
    }
}
