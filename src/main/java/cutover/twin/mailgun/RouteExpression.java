package cutover.twin.mailgun;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The filter of a route (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/route-filters">the vendor on
 * filters</a>), as far as one condition goes.
 *
 * @param header empty for the recipient of the envelope
 * @param pattern empty for {@code catch_all()}
 */
record RouteExpression(String header, Optional<Pattern> pattern) {

    private static final String QUOTED = "(?:\"([^\"]*)\"|'([^']*)')";
    private static final Pattern CATCH_ALL = Pattern.compile("catch_all\\(\\s*\\)");
    private static final Pattern RECIPIENT = Pattern.compile("match_recipient\\(\\s*" + QUOTED + "\\s*\\)");
    private static final Pattern HEADER =
            Pattern.compile("match_header\\(\\s*" + QUOTED + "\\s*,\\s*" + QUOTED + "\\s*\\)");

    /** @throws IllegalArgumentException when it is none */
    static RouteExpression parse(String text) {
        if (CATCH_ALL.matcher(text.strip()).matches()) {
            return new RouteExpression("", Optional.empty());
        }
        Matcher recipient = RECIPIENT.matcher(text.strip());
        if (recipient.matches()) {
            return new RouteExpression("", Optional.of(pattern(either(recipient, 1))));
        }
        Matcher header = HEADER.matcher(text.strip());
        if (header.matches()) {
            return new RouteExpression(either(header, 1), Optional.of(pattern(either(header, 3))));
        }
        throw new IllegalArgumentException("Syntax error in expression: " + text);
    }

    boolean catchesAll() {
        return pattern.isEmpty();
    }

    boolean matchesRecipient(String recipient) {
        return header.isEmpty()
                && pattern.filter(wanted -> wanted.matcher(recipient).matches()).isPresent();
    }

    /** True for one of the message's headers of that name. */
    boolean matchesHeader(Letter letter) {
        return !header.isEmpty()
                && letter.headers().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase(header))
                        .anyMatch(field -> pattern.filter(wanted ->
                                        wanted.matcher(field.getValue()).find())
                                .isPresent());
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Invalid regular expression: " + text, e);
        }
    }

    private static String either(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).orElseGet(() -> matcher.group(group + 1));
    }
}
