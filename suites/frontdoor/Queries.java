package frontdoor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** How one query became another, in words. */
final class Queries {

    private Queries() {}

    static String change(String before, String after) {
        if (escapedAgain(before, after)) {
            return "escapes the query once more";
        }
        if (rewritten(before, after)) {
            return "writes the query in other bytes, which mean the same";
        }
        List<String> left = Arrays.asList(after.split("&"));
        return Arrays.stream(before.split("&"))
                .filter(part -> !left.contains(part))
                .findFirst()
                .map(part -> "loses '" + part + "' of the query")
                .orElse("changes the query");
    }

    private static boolean escapedAgain(String before, String after) {
        return before.contains("%")
                && after.contains("%25")
                && after.replace("%25", "%").contains(before);
    }

    /** Whether only escapes were set or undone, once. */
    static boolean rewritten(String before, String after) {
        return undone(before).equals(undone(after));
    }

    /** Whether both are the same text once every layer of escapes is taken away. */
    static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String query) {
        String once = undone(query);
        return once.equals(query) ? query : bare(once);
    }

    /** One layer of escapes taken away, with a plus left alone; as it is where that can't be. */
    private static String undone(String query) {
        try {
            return URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return query;
        }
    }
}
