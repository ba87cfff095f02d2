package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names with values as a form or a query carries them, in their order. */
record Form(List<Map.Entry<String, String>> fields) {

    Form {
        fields = List.copyOf(fields);
    }

    /** Reads {@code application/x-www-form-urlencoded}; what is no escape stays as it is. */
    static Form read(String text) {
        return new Form(Stream.of(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])))
                .toList());
    }

    /** The first value of that name. */
    Optional<String> get(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Form and(Form more) {
        return new Form(Stream.concat(fields.stream(), more.fields.stream()).toList());
    }

    Form without(String... names) {
        return new Form(fields.stream()
                .filter(field -> !List.of(names).contains(field.getKey()))
                .toList());
    }

    String text() {
        return fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
