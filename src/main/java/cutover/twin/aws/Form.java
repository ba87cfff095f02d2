package cutover.twin.aws;

import cutover.twin.front.Incoming;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a request: of its body, or of its query. */
record Form(Map<String, String> fields) {

    static Form of(Incoming request) {
        return parsed(new String(request.body(), StandardCharsets.UTF_8));
    }

    /** The fields of a query, which is raw and without the question mark. */
    static Form query(String raw) {
        return parsed(raw);
    }

    private static Form parsed(String text) {
        return new Form(Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> plain(pair[0]), pair -> plain(pair[1]), (first, last) -> last)));
    }

    String action() {
        return fields.getOrDefault("Action", "");
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Empty when the field is missing. */
    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
