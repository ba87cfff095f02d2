package cutover.twin.front;

import java.util.Optional;

/** The objects of a bucket. */
@FunctionalInterface
public interface Bucket {

    /** The object of that key, which has no leading slash. */
    Optional<Stored> find(String key);

    /** Content and type of one object. */
    record Stored(byte[] content, String contentType) {

        public Stored {
            content = content.clone();
        }
    }
}
