package cutover.provider.aws;

import java.time.Instant;

/**
 * An object as the list of its bucket tells it.
 *
 * @param size in bytes
 * @param tag what Amazon calls ETag, without its quotes; a digest of the content only where it was stored in one part
 *     and not encrypted with KMS
 * @param changed when it was written, or copied to where it is
 */
public record Stored(String key, long size, String tag, Instant changed) {}
