package cutover.config;

import java.util.List;
import java.util.Map;

/**
 * A value written as one text.
 *
 * @param wanted "a whole number", for messages
 * @param json its type in a JSON Schema: {@code string}, {@code integer}, {@code number} or {@code boolean}
 * @param pattern what the text must match, for editors; empty when anything goes
 * @param allowed all that may be written; empty when that is no closed list
 */
record ScalarShape(String wanted, String json, String pattern, List<String> allowed, Reader reader) implements Shape {

    /** Makes a value from text. */
    @FunctionalInterface
    interface Reader {
        /**
         * The value, never null.
         *
         * @throws IllegalArgumentException when the text is none; its message is the problem's sentence
         */
        Object read(String text, Around around);
    }

    /** One of some names. */
    static ScalarShape oneOf(Map<String, ?> values) {
        List<String> names = List.copyOf(values.keySet());
        return new ScalarShape("one of " + Names.list(names), "string", "", names, (text, around) -> {
            if (!values.containsKey(text)) {
                throw new Refusal(
                        Names.quoted(text) + " is none of " + Names.list(names),
                        Names.didYouMean(text, names, "write one of them"));
            }
            return values.get(text);
        });
    }
}
