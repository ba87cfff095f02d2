package cutover.twin.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A filter pattern for unstructured log events, as the vendor's "Filter pattern syntax" describes it: case-sensitive;
 * all terms must occur; {@code -term} must not; of {@code ?term}s one must, but they have no say beside terms without
 * the mark; what is not letters, digits and underscores stands in double quotes; {@code %...%} is a regular expression.
 * Patterns for JSON ({@code {...}}) and for space-delimited events ({@code [...]}) are refused.
 */
final class FilterPattern implements Predicate<String> {

    private static final Pattern TERM =
            Pattern.compile("\\s*([-?]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|%([^%]+)%|(\\w+))(?=\\s|$)");

    private final List<Predicate<String>> required = new ArrayList<>();
    private final List<Predicate<String>> optional = new ArrayList<>();

    /** @throws IllegalArgumentException when it is no pattern of this kind */
    FilterPattern(String text) {
        String pattern = text.strip();
        Matcher terms = TERM.matcher(pattern);
        int end = 0;
        while (end < pattern.length()) {
            if (!terms.find() || terms.start() != end) {
                throw new IllegalArgumentException("Invalid filter pattern");
            }
            add(terms.group(1), term(terms));
            end = terms.end();
        }
    }

    @Override
    public boolean test(String message) {
        if (!required.isEmpty()) {
            return required.stream().allMatch(term -> term.test(message));
        }
        return optional.isEmpty() || optional.stream().anyMatch(term -> term.test(message));
    }

    private void add(String mark, Predicate<String> term) {
        if (mark.equals("?")) {
            optional.add(term);
        } else {
            required.add(mark.equals("-") ? term.negate() : term);
        }
    }

    private static Predicate<String> term(Matcher terms) {
        if (terms.group(3) != null) {
            return expression(terms.group(3));
        }
        String words = terms.group(2) == null ? terms.group(4) : terms.group(2).replaceAll("\\\\(.)", "$1");
        return message -> message.contains(words);
    }

    private static Predicate<String> expression(String regex) {
        try {
            return Pattern.compile(regex).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Invalid regular expression in the filter pattern", e);
        }
    }
}
