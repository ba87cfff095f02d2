package cutover.finding;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * It could not be told whether the expectation holds; never a pass.
 *
 * @param sentence one sentence that stands alone and names the thing
 * @param expected what should have been seen
 * @param because why this run could not tell.
 * @param lookAt where to look: URLs, evidence files, configuration keys; may be empty
 * @param toDo the next action; empty when the runbook's own line for the step serves
 */
public record Unknown(String sentence, String expected, String because, List<String> lookAt, String toDo)
        implements Finding {

    public Unknown {
        Sentences.demand(sentence);
        lookAt = List.copyOf(lookAt);
    }

    /** What should have been seen. */
    public Unknown expected(String newExpected) {
        return new Unknown(sentence, newExpected, because, lookAt, toDo);
    }

    /** Why this run could not tell. */
    public Unknown because(String seen) {
        return new Unknown(sentence, expected, seen, lookAt, toDo);
    }

    /** One more place to look at; an empty one is passed over. */
    public Unknown lookAt(String place) {
        return place.isEmpty()
                ? this
                : new Unknown(
                        sentence,
                        expected,
                        because,
                        Stream.concat(lookAt.stream(), Stream.of(place))
                                .distinct()
                                .toList(),
                        toDo);
    }

    /** The next action. */
    public Unknown toDo(String action) {
        return new Unknown(sentence, expected, because, lookAt, action);
    }

    @Override
    public <T> T fold(Function<Met, T> met, Function<Unmet, T> unmet, Function<Unknown, T> unknown) {
        return unknown.apply(this);
    }
}
