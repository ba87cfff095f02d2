package cutover.twin.mailgun;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a route.
 *
 * @param target mail address or URL of a forward, empty otherwise
 */
record RouteAction(Verb verb, String target) {

    private static final Pattern FORWARD = Pattern.compile("forward\\(\\s*(?:\"([^\"]+)\"|'([^']+)')\\s*\\)");

    enum Verb {
        FORWARD,
        STORE,
        STOP
    }

    /** @throws IllegalArgumentException when it is none that the twin knows; a store that notifies is not */
    static RouteAction parse(String text) {
        Matcher forward = FORWARD.matcher(text.strip());
        if (forward.matches()) {
            String target = Optional.ofNullable(forward.group(1)).orElseGet(() -> forward.group(2));
            return new RouteAction(Verb.FORWARD, target.contains("://") ? Caller.checked(target) : target);
        }
        return switch (text.replaceAll("\\s", "")) {
            case "store()" -> new RouteAction(Verb.STORE, "");
            case "stop()" -> new RouteAction(Verb.STOP, "");
            default -> throw new IllegalArgumentException("Invalid action: " + text);
        };
    }

    boolean toUrl() {
        return target.contains("://");
    }
}
