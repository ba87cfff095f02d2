package cutover.notice;

/**
 * Where there is more to read.
 *
 * @param target a URL, or the path of a file
 */
public record Link(String title, String target) {

    /** Whether people elsewhere can follow it. */
    boolean isWeb() {
        return target.startsWith("https://") || target.startsWith("http://");
    }
}
