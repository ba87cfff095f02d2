package cutover.twin.internet;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One request of a vendor.
 *
 * @param method upper case
 * @param url absolute, http or https
 * @param headers sent as they are, without Host and Content-Length
 * @param body empty for none
 * @param timeout for the whole exchange
 */
public record Asked(String method, URI url, List<Map.Entry<String, String>> headers, byte[] body, Duration timeout) {

    public Asked {
        headers = List.copyOf(headers);
        body = body.clone();
    }
}
