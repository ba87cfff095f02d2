package cutover.twin.front;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a front can do to the calls of the vendors. */
record Webhooks(Side side, Faults faults) {

    private static final String PHONE = "/phone/";
    private static final Set<String> PATHS =
            Set.of("/mailgun-bounce", PHONE + "handle-incoming-call", PHONE + "handle-new-message");

    /** Away to the same address with a slash at its end. */
    Optional<WebResponse> redirect(Incoming request, String path) {
        boolean away = request.method().equals("POST") && PATHS.contains(path);
        if (!away || !faults.on(side, Fault.WEBHOOKS_REDIRECTED)) {
            return Optional.empty();
        }
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return Optional.of(WebResponse.text(301, "text/html; charset=utf-8", "")
                .with("Location", request.rawPath() + "/" + query));
    }

    /** The query of a call as it reaches the application. */
    String query(String path, String query) {
        if (!path.startsWith(PHONE) || !faults.on(side, Fault.VOICE_QUERY_REWRITTEN)) {
            return query;
        }
        List<String> pairs = Arrays.asList(query.split("&"));
        Collections.reverse(pairs);
        return String.join("&", pairs);
    }
}
