package cutover.twin.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the application remembers of one browser. For one thread. */
final class Session {

    private final boolean cookieGiven;
    private final Map<String, Object> data;
    private String key;
    private boolean modified;

    /**
     * @param key empty for a session that has no row yet
     * @param cookieGiven whether the browser brought a session cookie, valid or not
     */
    Session(String key, Map<String, Object> data, boolean cookieGiven) {
        this.key = key;
        this.data = new LinkedHashMap<>(data);
        this.cookieGiven = cookieGiven;
    }

    Optional<Long> number(String name) {
        return Optional.ofNullable(data.get(name)).map(value -> Long.valueOf(value.toString()));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(data.get(name)).map(Object::toString);
    }

    void put(String name, Object value) {
        data.put(name, value);
        modified = true;
    }

    /** Forgets everything and takes a new key at the next save. Returns the key that is to be deleted. */
    String flush() {
        data.clear();
        return cycle();
    }

    /** Keeps the data under a new key. Returns the key that is to be deleted. */
    String cycle() {
        String old = key;
        key = "";
        modified = true;
        return old;
    }

    void named(String newKey) {
        key = newKey;
    }

    String key() {
        return key;
    }

    Map<String, Object> data() {
        return Map.copyOf(data);
    }

    boolean modified() {
        return modified;
    }

    boolean cookieGiven() {
        return cookieGiven;
    }

    boolean isEmpty() {
        return data.isEmpty();
    }
}
