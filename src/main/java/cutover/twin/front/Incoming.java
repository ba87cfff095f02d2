package cutover.twin.front;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param method upper case
 * @param host the Host header, with port when it has one
 * @param rawPath as sent, with its escapes
 * @param query raw, without the question mark; empty when there is none
 * @param headers in the order sent
 * @param peer address of the client
 * @param http2 whether it came over HTTP/2
 */
public record Incoming(
        String method,
        boolean secure,
        String host,
        String rawPath,
        String query,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        String peer,
        boolean http2) {

    public Incoming {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    /** Over HTTP/1.1. */
    public Incoming(
            String method,
            boolean secure,
            String host,
            String rawPath,
            String query,
            List<Map.Entry<String, String>> headers,
            byte[] body,
            String peer) {
        this(method, secure, host, rawPath, query, headers, body, peer, false);
    }

    /** First header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The same request under another host's name. */
    public Incoming under(String name) {
        List<Map.Entry<String, String>> renamed = headers.stream()
                .map(header -> header.getKey().equalsIgnoreCase("Host") ? Map.entry("Host", name) : header)
                .toList();
        return new Incoming(method, secure, name, rawPath, query, renamed, body, peer);
    }

    /** The path without escapes. */
    public String path() {
        return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Path and query as one would repeat them in a URL. */
    public String target() {
        return query.isEmpty() ? rawPath : rawPath + "?" + query;
    }
}
