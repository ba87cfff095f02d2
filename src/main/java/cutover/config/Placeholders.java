package cutover.config;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${name}}; <code>$${</code> stands for <code>${</code>. Replaced text is not looked at again. */
record Placeholders(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(\\}?)");

    static boolean in(String text) {
        return text.contains("${");
    }

    /** Each placeholder that cannot be replaced, as sentence and remedy. */
    List<Refusal> refusals(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(found -> found.group(1) != null)
                .filter(found -> found.group(2).isEmpty() || !values.containsKey(found.group(1)))
                .map(this::refusal)
                .toList();
    }

    String replaced(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "${" : values.getOrDefault(found.group(1), found.group())));
    }

    private Refusal refusal(MatchResult found) {
        if (found.group(2).isEmpty()) {
            return new Refusal("the placeholder is not closed", "end it with }, or write $${ for a plain ${");
        }
        String name = found.group(1);
        return new Refusal(
                "the placeholder ${" + name + "} has no value",
                name.startsWith(Sources.VARIABLES)
                        ? "set the environment variable " + name
                        : Names.didYouMean(name, values.keySet(), known()));
    }

    private String known() {
        return values.isEmpty()
                ? "there are no placeholders here; write $${ for a plain ${"
                : "known are " + Names.list(new TreeSet<>(values.keySet())) + "; write $${ for a plain ${";
    }
}
