package cutover.config;

import java.nio.file.Path;

/**
 * A secret value that stands in a file; never holds the value.
 *
 * @param file relative to the folder that was looked through
 * @param label of the secret
 * @param form how the value is written there, such as {@code base64}
 */
public record Leak(Path file, String label, String form) {}
