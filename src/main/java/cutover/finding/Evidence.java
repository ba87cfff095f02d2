package cutover.finding;

/**
 * A file that shows what was seen.
 *
 * @param title what it shows, for the report
 * @param path where it lies, relative to the folder of the run, with forward slashes
 * @param mediaType for instance {@code image/png}, {@code text/plain}
 */
public record Evidence(String title, String path, String mediaType) {

    public Evidence {
        if (title.isBlank() || path.isBlank() || mediaType.isBlank()) {
            throw new IllegalArgumentException("evidence needs title, path and media type: " + title + ", " + path);
        }
    }
}
