package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What has happened to one domain's mail since the last time that the twin was cleared. */
final class Ledger {

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Letter> stored = new HashMap<>();
    private final Map<String, Suppression> bounces = new TreeMap<>();

    synchronized void add(ObjectNode json) {
        events.add(new Event(events.size(), json));
    }

    /** In the order in which they happened. */
    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized void store(String key, Letter letter) {
        stored.put(key, letter);
    }

    synchronized Optional<Letter> stored(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    synchronized void unstore(String key) {
        stored.remove(key);
    }

    synchronized void suppress(Suppression suppression) {
        bounces.put(suppression.address().toLowerCase(Locale.ROOT), suppression);
    }

    synchronized Optional<Suppression> suppression(String address) {
        return Optional.ofNullable(bounces.get(address.toLowerCase(Locale.ROOT)));
    }

    /** In the order of the alphabet. */
    synchronized List<Suppression> suppressions() {
        return List.copyOf(bounces.values());
    }

    synchronized void unsuppress(String address) {
        bounces.remove(address.toLowerCase(Locale.ROOT));
    }

    synchronized void unsuppressAll() {
        bounces.clear();
    }
}
