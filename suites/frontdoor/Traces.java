package frontdoor;

import cutover.environment.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds hosts that must not show in any text, be it a page, a script or a header. */
final class Traces {

    private static final int AROUND = 40;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    Traces(Site site) {
        site.forbiddenHosts().forEach(host -> patterns.put(host, pattern(host)));
    }

    /** Each forbidden host in the text, with what stands around its first place. */
    List<String> in(String text) {
        return patterns.values().stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(found -> around(text, found))
                .toList();
    }

    /** The whole host and nothing longer: example.org is neither in my-example.org nor in example.org.uk. */
    private static Pattern pattern(String host) {
        String below = host.startsWith(".") ? "[\\w-]+(\\.[\\w-]+)*" : "";
        return Pattern.compile(
                "(?<![\\w.@-])" + below + Pattern.quote(host) + "(?![\\w-]|\\.\\w)", Pattern.CASE_INSENSITIVE);
    }

    private static String around(String text, Matcher found) {
        int from = Math.max(0, found.start() - AROUND);
        int to = Math.min(text.length(), found.end() + AROUND);
        return "…" + text.substring(from, to).strip().replaceAll("\\s+", " ") + "…";
    }
}
