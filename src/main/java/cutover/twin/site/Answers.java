package cutover.twin.site;

import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;

/** Answers that have no page. */
final class Answers {

    private static final String HTML = "text/html; charset=utf-8";

    private Answers() {}

    static WebResponse found(String location) {
        return empty(302).with("Location", location);
    }

    static WebResponse moved(String location) {
        return empty(301).with("Location", location);
    }

    static WebResponse empty(int status) {
        return WebResponse.text(status, HTML, "");
    }

    static WebResponse bytes(String contentType, byte[] content) {
        return new WebResponse(200, List.of(Map.entry("Content-Type", contentType)), content);
    }
}
