package cutover.probe.http;

import java.net.URI;
import java.util.List;

/**
 * What was asked.
 *
 * @param address as it went over the wire
 * @param uri the same, with what no URI may hold escaped
 * @param headers those given by the caller and the persona; Host and Content-Length come from URI and body
 * @param about one line about the body for evidence, without any value of it; empty when there was no body
 */
public record Sent(String method, RawAddress address, URI uri, List<Header> headers, String about) {

    public Sent {
        headers = List.copyOf(headers);
    }

    Sent(String method, URI uri, List<Header> headers, String about) {
        this(method, RawAddress.of(uri), uri, headers, about);
    }

    Sent(String method, RawAddress address, List<Header> headers, String about) {
        this(method, address, address.uri(), headers, about);
    }

    /** "GET https://www.example.org/health/". */
    public String told() {
        return method + " " + address;
    }
}
