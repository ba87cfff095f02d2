package cutover.twin.aws;

import cutover.twin.front.Incoming;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a request to a query service. */
record Form(Map<String, String> fields) {

    static Form of(Incoming request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return new Form(Arrays.stream(body.split("&"))
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

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
