package cutover.twin.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;

/**
 * A file in a bucket.
 *
 * @param tag what the vendor calls ETag, without its quotes
 */
record StoredObject(String key, byte[] content, String type, String tag, Instant modified) {

    StoredObject {
        content = content.clone();
    }

    /** The way in which most are stored: the tag is the digest of the content. */
    static StoredObject of(String key, byte[] content, Instant modified) {
        return new StoredObject(key, content, "application/pdf", Digests.md5(content), modified);
    }

    StoredObject holding(byte[] other) {
        return new StoredObject(key, other, type, Digests.md5(other), modified);
    }

    StoredObject ofType(String other) {
        return new StoredObject(key, content, other, tag, modified);
    }

    /** As it is after a copy in several parts: the tag is a digest of digests, and their number. */
    StoredObject copiedInParts(int parts) {
        return new StoredObject(key, content, type, Digests.md5(tag.getBytes(US_ASCII)) + "-" + parts, modified);
    }

    StoredObject copiedAt(Instant when) {
        return new StoredObject(key, content, type, tag, when);
    }
}
