package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at the headers of an answer, and changes them. */
final class Headers {

    private Headers() {}

    /** The content type; empty when there is none. */
    static String typeOf(WebResponse answer) {
        return valueOf(answer, "Content-Type").orElse("");
    }

    /** The first of that name. */
    static Optional<String> valueOf(WebResponse answer, String name) {
        return answer.headers().stream()
                .filter(named(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static WebResponse replaced(WebResponse answer, String name, String value) {
        return without(answer, name).with(name, value);
    }

    static WebResponse without(WebResponse answer, String name) {
        List<Map.Entry<String, String>> rest =
                answer.headers().stream().filter(named(name).negate()).toList();
        return new WebResponse(answer.status(), rest, answer.body());
    }

    /** Keeps only the last header of that name, as a dict does. */
    static WebResponse collapsed(WebResponse answer, String name) {
        List<String> values = answer.headers().stream()
                .filter(named(name))
                .map(Map.Entry::getValue)
                .toList();
        return values.size() < 2 ? answer : replaced(answer, name, values.get(values.size() - 1));
    }

    private static Predicate<Map.Entry<String, String>> named(String name) {
        return header -> header.getKey().equalsIgnoreCase(name);
    }
}
