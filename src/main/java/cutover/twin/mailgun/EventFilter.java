package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition on one field (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/filter-expression">the vendor on filters</a>):
 * terms that must all be there, alternatives between {@code OR}, a minus before what must not be there, quotes around
 * what belongs together. A term is a whole word of the field, or all of it; case does not matter.
 *
 * @param alternatives each a list of terms
 */
record EventFilter(String field, List<List<String>> alternatives) {

    private static final Map<String, String> FIELDS = Map.of(
            "event", "/event",
            "severity", "/severity",
            "recipient", "/recipient",
            "recipients", "/message/recipients",
            "tags", "/tags",
            "message-id", "/message/headers/message-id",
            "from", "/message/headers/from",
            "to", "/message/headers/to",
            "subject", "/message/headers/subject");
    private static final Pattern TERM = Pattern.compile("-?\"[^\"]*\"|\\S+");

    EventFilter {
        if (!FIELDS.containsKey(field)) {
            throw new IllegalArgumentException("'" + field + "' is not a field to filter by");
        }
        alternatives = List.copyOf(alternatives);
    }

    /** @throws IllegalArgumentException when events have no such field */
    static EventFilter parse(String field, String expression) {
        List<List<String>> alternatives = new ArrayList<>();
        alternatives.add(new ArrayList<>());
        Matcher terms = TERM.matcher(expression);
        while (terms.find()) {
            switch (terms.group()) {
                case "OR" -> alternatives.add(new ArrayList<>());
                case "AND" -> {
                    // is meant anyway
                }
                default ->
                    alternatives.get(alternatives.size() - 1).add(terms.group().toLowerCase(Locale.ROOT));
            }
        }
        return new EventFilter(field, alternatives);
    }

    boolean fits(Event event) {
        List<String> values = values(event.json().at(FIELDS.get(field)));
        return alternatives.stream().anyMatch(terms -> terms.stream().allMatch(term -> fits(term, values)));
    }

    private static boolean fits(String term, List<String> values) {
        if (term.startsWith("-") && term.length() > 1) {
            return !fits(term.substring(1), values);
        }
        if (term.startsWith("\"")) {
            String phrase = term.replace("\"", "");
            return values.stream().anyMatch(value -> value.contains(phrase));
        }
        String bare = term.replaceAll("[<>]", "");
        return values.stream()
                .anyMatch(value -> value.equals(bare) || words(value).anyMatch(bare::equals));
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> values.add(item.asText().toLowerCase(Locale.ROOT)));
        } else {
            Optional.of(node.asText().toLowerCase(Locale.ROOT))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(values::add);
        }
        return values;
    }

    private static Stream<String> words(String value) {
        return Arrays.stream(value.split("[\\s,<>\"()]+"));
    }
}
