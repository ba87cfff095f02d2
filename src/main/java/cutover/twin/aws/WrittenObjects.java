package cutover.twin.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that were written since the rehearsal was set up; each stands in the place of what lay there. */
final class WrittenObjects {

    private final Map<String, StoredObject> now = new TreeMap<>();
    private final Map<String, StoredObject> kept = new TreeMap<>();

    synchronized void put(String bucket, StoredObject object) {
        now.put(place(bucket, object.key()), object);
    }

    /** These files of a bucket, as they are after what was written there. */
    synchronized Stream<StoredObject> over(String bucket, Stream<StoredObject> files) {
        Map<String, StoredObject> all = new TreeMap<>();
        files.forEach(object -> all.put(place(bucket, object.key()), object));
        now.forEach((place, object) -> {
            if (place.startsWith(place(bucket, ""))) {
                all.put(place, object);
            }
        });
        return all.values().stream();
    }

    synchronized void forget() {
        now.clear();
        kept.clear();
    }

    synchronized void keep() {
        kept.clear();
        kept.putAll(now);
    }

    /** As they were when they were kept. */
    synchronized void takeBack() {
        now.clear();
        now.putAll(kept);
    }

    private static String place(String bucket, String key) {
        return bucket + "/" + key;
    }
}
