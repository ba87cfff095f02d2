package data;

import cutover.provider.aws.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Some files of a bucket, of each kind one: of each folder, with a colon, with a blank, and the one that is known. */
final class FilesOfEachKind {

    private static final int MOST = 20;

    private final Map<String, String> byKind = new LinkedHashMap<>();
    private boolean known;

    /** @param always the key of a file that is always there */
    void look(Stored object, String always) {
        String key = object.key();
        if (object.size() == 0) {
            return;
        }
        if (key.equals(always)) {
            byKind.put("the known one", key);
            known = true;
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

    /** Whether the file that is always there was seen. */
    boolean holdsKnown() {
        return known;
    }

    List<String> keys() {
        return new ArrayList<>(new TreeSet<>(byKind.values()));
    }

    private void take(String kind, String key) {
        if (byKind.size() < MOST) {
            byKind.putIfAbsent(kind, key);
        }
    }
}
