package cutover.twin.twilio;

import cutover.twin.web.WebResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of the things of a list a query asks for. */
final class Filter {

    private Filter() {}

    /** What the vendor has against a query in which one of these times is none; nothing when all will do. */
    static Optional<WebResponse> refusal(Form query, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(name, name + ">", name + "<"))
                .flatMap(name -> query.get(name).stream())
                .filter(text -> Times.named(text).isEmpty())
                .map(text -> Answer.badRequest(20001, "Invalid date: " + text))
                .findFirst();
    }

    /** Things whose value is the one asked for; all when none is. */
    static <T> Predicate<T> same(Form query, String name, Function<T, String> value) {
        return query.get(name)
                .filter(asked -> !asked.isEmpty())
                .<Predicate<T>>map(asked -> thing -> value.apply(thing).equals(asked))
                .orElse(thing -> true);
    }

    /**
     * Things of a time: {@code name=} means within the day or second, {@code name>=} from its beginning on,
     * {@code name<=} until its end.
     */
    static <T> Predicate<T> time(Form query, String name, Function<T, Instant> time) {
        Predicate<T> on = span(query, name, (thing, named) -> named.holds(time.apply(thing)));
        Predicate<T> from =
                span(query, name + ">", (thing, named) -> !time.apply(thing).isBefore(named.from()));
        Predicate<T> until =
                span(query, name + "<", (thing, named) -> time.apply(thing).isBefore(named.until()));
        return on.and(from).and(until);
    }

    /** Judges a thing by a span that somebody named. */
    @FunctionalInterface
    interface Span<T> {

        boolean fits(T thing, Times.Named named);
    }

    static <T> Predicate<T> span(Form query, String name, Span<T> span) {
        return query.get(name)
                .flatMap(Times::named)
                .<Predicate<T>>map(named -> thing -> span.fits(thing, named))
                .orElse(thing -> true);
    }
}
