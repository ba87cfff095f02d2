package cutover.finding;

import java.util.List;
import java.util.function.Function;

/**
 * The judgement on one thing that was looked at: {@link Met}, {@link Unmet} or {@link Unknown}.
 *
 * <p>Unknown says that this run could not tell, for a reason of its own (no network, no credential, no browser). It is
 * never a pass.
 */
public sealed interface Finding permits Met, Unmet, Unknown {

    /** One sentence that stands alone and names the thing, not the test. */
    String sentence();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Met, T> met, Function<Unmet, T> unmet, Function<Unknown, T> unknown);

    /** True for {@link Met} only. */
    default boolean isMet() {
        return fold(met -> true, unmet -> false, unknown -> false);
    }

    /** True for {@link Unmet} only. */
    default boolean isUnmet() {
        return fold(met -> false, unmet -> true, unknown -> false);
    }

    /** True for {@link Unknown} only. */
    default boolean isUnknown() {
        return fold(met -> false, unmet -> false, unknown -> true);
    }

    /** The expectation holds; the sentence says what was seen. */
    static Met met(String sentence) {
        return new Met(sentence);
    }

    /** The expectation does not hold; continue with {@link Unmet#expected} and {@link Unmet#butWas}. */
    static Unmet unmet(String sentence) {
        return new Unmet(sentence, "", "", List.of(), "");
    }

    /** It could not be told whether the expectation holds; continue with {@link Unknown#because}. */
    static Unknown unknown(String sentence) {
        return new Unknown(sentence, "", "", List.of(), "");
    }
}
