package cutover.twin.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the application sees it, after the front end has done its part.
 *
 * @param method upper case
 * @param secure true when the visitor spoke https
 * @param host the Host header as sent, with a port that is not the default
 * @param stage script name that the gateway's temporary address puts before each path, for instance
 *     {@code /production}; empty elsewhere
 * @param path decoded path without the stage
 * @param query raw query string without the question mark; empty when there is none
 * @param headers in the order sent; names are compared without regard to case
 * @param body as the front end hands it over
 * @param clientIp first address of X-Forwarded-For
 * @param requestId the platform's id of this invocation
 */
public record WebRequest(
        String method,
        boolean secure,
        String host,
        String stage,
        String path,
        String query,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        String clientIp,
        String requestId) {

    public WebRequest {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    /** First header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
