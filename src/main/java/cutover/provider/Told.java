package cutover.provider;

import java.util.Optional;
import java.util.function.Function;

/** What a provider's API told when it was asked. */
public sealed interface Told<T> {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <R> R fold(Function<T, R> value, Function<Refused<T>, R> refused, Function<Unavailable<T>, R> unavailable);

    static <T> Told<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Told<T> refused(int status, String code, String detail) {
        return new Refused<>(status, code, detail);
    }

    static <T> Told<T> unavailable(String detail) {
        return new Unavailable<>(detail);
    }

    /** The answer, when there is one. */
    default Optional<T> value() {
        return fold(Optional::of, refused -> Optional.empty(), unavailable -> Optional.empty());
    }

    /** Why there is no answer; empty when there is one. */
    default String trouble() {
        return fold(
                value -> "",
                refused ->
                        "it refuses our call with " + refused.status() + " " + refused.code() + ": " + refused.detail(),
                unavailable -> unavailable.detail());
    }

    /** Goes on with the answer, or keeps the trouble. */
    default <R> Told<R> then(Function<T, Told<R>> next) {
        return fold(
                next,
                refused -> refused(refused.status(), refused.code(), refused.detail()),
                unavailable -> unavailable(unavailable.detail()));
    }

    /** An answer that could be read. */
    record Value<T>(T answer) implements Told<T> {
        @Override
        public <R> R fold(
                Function<T, R> value, Function<Refused<T>, R> refused, Function<Unavailable<T>, R> unavailable) {
            return value.apply(answer);
        }
    }

    /**
     * The provider understood the call and says no: credential, permission, something that is not there.
     *
     * @param code the provider's own; empty when it has none
     */
    record Refused<T>(int status, String code, String detail) implements Told<T> {
        @Override
        public <R> R fold(
                Function<T, R> value, Function<Refused<T>, R> refused, Function<Unavailable<T>, R> unavailable) {
            return refused.apply(this);
        }
    }

    /** No answer that says anything: no connection, too slow, too many calls, a failure of its own, unreadable. */
    record Unavailable<T>(String detail) implements Told<T> {
        @Override
        public <R> R fold(
                Function<T, R> value, Function<Refused<T>, R> refused, Function<Unavailable<T>, R> unavailable) {
            return unavailable.apply(this);
        }
    }
}
