package cutover.probe.http;

import java.net.URI;
import java.util.List;

/**
 * What was asked.
 *
 * @param headers those given by the caller and the persona; Host and Content-Length come from URI and body
 * @param about one line about the body for evidence, without any value of it; empty when there was no body
 */
public record Sent(String method, URI uri, List<Header> headers, String about) {

    public Sent {
        headers = List.copyOf(headers);
    }

    /** "GET https://www.example.org/health/". */
    public String told() {
        return method + " " + uri;
    }
}
