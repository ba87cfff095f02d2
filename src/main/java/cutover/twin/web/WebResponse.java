package cutover.twin.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer of the application, before the front end adds its own fingerprint.
 *
 * @param headers in the order in which they are sent; a name may occur several times
 */
public record WebResponse(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    public WebResponse {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    /** A text in UTF-8. */
    public static WebResponse text(int status, String contentType, String text) {
        return new WebResponse(
                status, List.of(Map.entry("Content-Type", contentType)), text.getBytes(StandardCharsets.UTF_8));
    }

    /** One header more. */
    public WebResponse with(String name, String value) {
        return new WebResponse(
                status,
                Stream.concat(headers.stream(), Stream.of(Map.entry(name, value)))
                        .toList(),
                body);
    }
}
