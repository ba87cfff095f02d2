package cutover.twin.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An address pattern with what answers it.
 *
 * @param pattern without the leading slash, as the framework writes it
 * @param methods those that the view knows; empty for a view that takes any
 * @param exempt whether forms from elsewhere may be posted to it
 * @param there whether the address exists at present
 */
record Route(Pattern pattern, Set<String> methods, boolean exempt, View view, BooleanSupplier there) {

    private Route(String pattern, Set<String> methods, boolean exempt, View view) {
        this(Pattern.compile(pattern), methods, exempt, view, () -> true);
    }

    static Route get(String pattern, View view) {
        return new Route(pattern, Set.of("GET"), false, view);
    }

    static Route form(String pattern, View view) {
        return new Route(pattern, Set.of("GET", "POST"), false, view);
    }

    static Route post(String pattern, View view) {
        return new Route(pattern, Set.of("POST"), false, view);
    }

    /** A view that does not look at the method. */
    static Route any(String pattern, View view) {
        return new Route(pattern, Set.of(), false, view);
    }

    /** For callers that are not browsers. */
    static Route hook(String pattern, View view) {
        return new Route(pattern, Set.of("POST"), true, view);
    }

    /** The same route, which comes and goes. */
    Route whilst(BooleanSupplier condition) {
        return new Route(pattern, methods, exempt, view, condition);
    }

    /** The same route, which also knows a GET and answers it with nothing. */
    Route withEmptyGet() {
        View lax = visit -> visit.request().method().equals("POST") ? view.answer(visit) : Answers.empty(200);
        return new Route(pattern, Set.of("GET", "POST"), exempt, lax, there);
    }

    /** The variable parts of the path, when the route is there and the pattern fits. */
    Optional<List<String>> match(String path) {
        Matcher matcher = pattern.matcher(path.substring(1));
        return there.getAsBoolean() && matcher.find()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .map(part -> part == null ? "" : part)
                        .toList())
                : Optional.empty();
    }

    boolean takes(String method) {
        return methods.isEmpty() || methods.contains(method) || method.equals("HEAD") && methods.contains("GET");
    }

    /** Value of the {@code Allow} header. */
    String allow() {
        String get = methods.contains("GET") ? "GET, " : "";
        String post = methods.contains("POST") ? "POST, " : "";
        return get + post + (methods.contains("GET") ? "HEAD, " : "") + "OPTIONS";
    }
}
