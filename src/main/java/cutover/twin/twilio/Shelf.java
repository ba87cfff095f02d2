package cutover.twin.twilio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Things by their sid, in the order in which they came; safe for several threads. */
final class Shelf<T> {

    private final Map<String, T> things = new LinkedHashMap<>();

    synchronized void put(String sid, T thing) {
        things.put(sid, thing);
    }

    synchronized Optional<T> find(String sid) {
        return Optional.ofNullable(things.get(sid));
    }

    /** The changed thing; nothing when it is not there. */
    synchronized Optional<T> change(String sid, UnaryOperator<T> change) {
        return Optional.ofNullable(things.computeIfPresent(sid, (same, thing) -> change.apply(thing)));
    }

    synchronized void remove(String sid) {
        things.remove(sid);
    }

    synchronized void clear() {
        things.clear();
    }

    /** Other things in place of those that are there, at once. */
    synchronized void replace(List<T> others, Function<T, String> sid) {
        things.clear();
        others.forEach(other -> things.put(sid.apply(other), other));
    }

    synchronized List<T> newestFirst() {
        List<T> all = new ArrayList<>(things.values());
        Collections.reverse(all);
        return all;
    }
}
