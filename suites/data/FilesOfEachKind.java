package data;

import cutover.provider.aws.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some files of a bucket, of each kind one: of each folder, with a colon, with a blank, and the one that is known. */
final class FilesOfEachKind {

    private static final int MOST = 20;

    private final Map<String, String> byKind = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    void look(Stored object, String known) {
        String key = object.key();
        if (object.size() == 0) {
            return;
        }
        if (key.equals(known)) {
            byKind.put("the known one", key);
            seen.add(key);
        }
        take("of " + key.substring(0, key.lastIndexOf('/') + 1), key);
        if (key.contains(":")) {
            take("with a colon", key);
        }
        if (key.contains(" ")) {
            take("with a blank", key);
        }
    }

    /** Leaves out what has nothing to be compared with. */
    void without(List<Stored> others) {
        others.forEach(other -> byKind.values().remove(other.key()));
    }

    boolean holds(String key) {
        return seen.contains(key);
    }

    List<String> keys() {
        return new ArrayList<>(new java.util.TreeSet<>(byKind.values()));
    }

    private void take(String kind, String key) {
        if (byKind.size() < MOST) {
            byKind.putIfAbsent(kind, key);
        }
    }
}
