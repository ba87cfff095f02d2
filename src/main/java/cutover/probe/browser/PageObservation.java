package cutover.probe.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One page as the browser had it. An answer that is no page, a download or a 204, leaves the page before it in place: then
 * {@code status} is that of the answer, all else that of the page.
 *
 * @param asked the address that was opened; for a mere look the one at which the page stood
 * @param uri the address after redirects
 * @param status of the document; 0 when no answer came or the page is no document of a server
 * @param html the document as it stands, after scripts; empty when the browser shows a page of its own about an error
 * @param consoleErrors what scripts wrote with {@code console.error}, uncaught exceptions, and errors of the browser about
 *     the page (refused types, blocked mixed content), each followed by its source in brackets; failed requests are not
 *     repeated here
 * @param resources all requests of this page but the one for the page itself, in order
 * @param took from the asking until the page was loaded and quiet
 * @param detail for the trouble: the browser's own word, such as {@code net::ERR_CERT_DATE_INVALID}; empty without trouble
 */
public record PageObservation(
        URI asked,
        URI uri,
        int status,
        String title,
        String html,
        List<String> consoleErrors,
        List<Resource> resources,
        Duration took,
        Trouble trouble,
        String detail) {

    public PageObservation {
        consoleErrors = List.copyOf(consoleErrors);
        resources = List.copyOf(resources);
    }

    /** Why there is no page to look at. */
    public enum Trouble {
        /** There is one, whatever its status. */
        NONE,
        /** No connection, no such name, or no answer that is HTTP. */
        UNREACHABLE,
        /** The browser shows a warning because of the certificate. */
        UNTRUSTED,
        /** It did not load within the limit for a page. */
        TIMED_OUT,
        /** The write guard, or the browser itself, refused the request. */
        BLOCKED,
        /** The browser or its session is gone, or it does not tell. */
        BROKEN;

        /** What one of Chromium's {@code net::ERR_…} codes means here. */
        static Trouble of(String code) {
            if (code.startsWith("net::ERR_CERT_") || code.startsWith("net::ERR_SSL_PINNED")) {
                return UNTRUSTED;
            }
            if (code.startsWith("net::ERR_BLOCKED_")) {
                return BLOCKED;
            }
            if (code.equals("net::ERR_TIMED_OUT") || code.equals("net::ERR_CONNECTION_TIMED_OUT")) {
                return TIMED_OUT;
            }
            return code.startsWith("net::ERR_") ? UNREACHABLE : BROKEN;
        }
    }
}
