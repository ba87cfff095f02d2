package cutover.finding;

import java.util.function.Function;

/** The expectation holds. */
public record Met(String sentence) implements Finding {

    public Met {
        Sentences.demand(sentence);
    }

    @Override
    public <T> T fold(Function<Met, T> met, Function<Unmet, T> unmet, Function<Unknown, T> unknown) {
        return met.apply(this);
    }
}
