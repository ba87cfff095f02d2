package cutover.finding;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The expectation does not hold.
 *
 * @param sentence one sentence that stands alone and names the thing
 * @param expected what should have been seen
 * @param butWas what was seen instead.
 * @param lookAt where to look: URLs, evidence files, configuration keys; may be empty
 * @param toDo the next action; empty when the runbook's own line for the step serves
 */
public record Unmet(String sentence, String expected, String butWas, List<String> lookAt, String toDo)
        implements Finding {

    public Unmet {
        Sentences.demand(sentence);
        lookAt = List.copyOf(lookAt);
    }

    /** What should have been seen. */
    public Unmet expected(String newExpected) {
        return new Unmet(sentence, newExpected, butWas, lookAt, toDo);
    }

    /** What was seen instead. */
    public Unmet butWas(String seen) {
        return new Unmet(sentence, expected, seen, lookAt, toDo);
    }

    /** One more place to look at; an empty one is passed over. */
    public Unmet lookAt(String place) {
        return place.isEmpty()
                ? this
                : new Unmet(
                        sentence,
                        expected,
                        butWas,
                        Stream.concat(lookAt.stream(), Stream.of(place))
                                .distinct()
                                .toList(),
                        toDo);
    }

    /** The next action. */
    public Unmet toDo(String action) {
        return new Unmet(sentence, expected, butWas, lookAt, action);
    }

    @Override
    public <T> T fold(Function<Met, T> met, Function<Unmet, T> unmet, Function<Unknown, T> unknown) {
        return unmet.apply(this);
    }
}
