package cutover.twin.aws;

import cutover.twin.dns.RecordSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The order in which the name service lists: by the labels of a name from the last to the first, then by type. */
final class ZoneOrder {

    private ZoneOrder() {}

    static String key(RecordSet set) {
        return key(set.name()) + key(set.type());
    }

    /** @param name with or without its last dot; a type has one label */
    static String key(String name) {
        List<String> labels = Arrays.asList(name.toLowerCase(Locale.ROOT).split("\\."));
        Collections.reverse(labels);
        return String.join(".", labels) + ". ";
    }
}
