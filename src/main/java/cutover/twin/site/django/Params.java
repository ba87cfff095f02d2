package cutover.twin.site.django;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of a query string or of an urlencoded form; of a repeated name the last value counts. */
public final class Params {

    private final Map<String, String> values;

    private Params(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Unreadable percent signs are taken as they are. */
    public static Params parse(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.isEmpty() ? List.<String>of() : List.of(encoded.split("&"))) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Params(values);
    }

    static Params of(Map<String, String> values) {
        return new Params(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Map<String, String> all() {
        return values;
    }

    /** Percent-encodes as the framework does in redirects: slashes stay. */
    public static String quote(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
