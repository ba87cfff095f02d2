package cutover.finding;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The one renderer of failure text: a sentence, then {@code expected}, {@code but was} (for an unknown: {@code because}),
 * {@code look at}, {@code to do}, always in this order. Nobody else concatenates messages.
 */
public final class FailureText {

    private static final String MORE = "\n             ";

    private FailureText() {}

    /** The text of one finding, without a trailing line break; a met finding is its sentence. */
    public static String of(Finding finding) {
        return finding.fold(
                Met::sentence,
                unmet -> facts(
                        unmet.sentence(), unmet.expected(), "but was ", unmet.butWas(), unmet.lookAt(), unmet.toDo()),
                unknown -> facts(
                        "could not tell: " + unknown.sentence(),
                        unknown.expected(),
                        "because ",
                        unknown.because(),
                        unknown.lookAt(),
                        unknown.toDo()));
    }

    /** All findings that are not met, numbered when there are several; the first line of each stands alone. */
    public static String of(List<? extends Finding> findings) {
        List<? extends Finding> open =
                findings.stream().filter(finding -> !finding.isMet()).toList();
        if (open.size() == 1) {
            return of(open.get(0));
        }
        return IntStream.range(0, open.size())
                .mapToObj(i -> "(" + (i + 1) + "/" + open.size() + ") " + of(open.get(i)))
                .collect(Collectors.joining("\n\n"));
    }

    private static String facts(
            String sentence, String expected, String seenLabel, String seen, List<String> lookAt, String toDo) {
        return sentence
                + line("expected", expected)
                + line(seenLabel.strip(), seen)
                + line("look at", String.join("\n", lookAt))
                + line("to do", toDo);
    }

    private static String line(String label, String text) {
        return text.isEmpty()
                ? ""
                : "\n  %-9s: %s".formatted(label, text.strip().replace("\n", MORE));
    }
}
