package cutover.twin.mailgun;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What each call passes first: the vendor's own trouble, then the key. */
final class Gate implements Front {

    /** Longer than a client of good sense waits; what was asked for is done nevertheless. */
    private static final Duration HANGING = Duration.ofSeconds(60);

    private static final String RETRY_SECONDS = "60";

    private final String authorization;
    private final Faults faults;
    private final Endpoints endpoints;

    Gate(String key, Faults faults, Endpoints endpoints) {
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("api:" + key).getBytes(StandardCharsets.UTF_8));
        this.faults = faults;
        this.endpoints = endpoints;
    }

    @Override
    public Reply answer(Incoming request) {
        WebResponse response = response(request);
        return new Reply(response, on(Fault.MAILGUN_HANGS) ? HANGING : Duration.ZERO);
    }

    private WebResponse response(Incoming request) {
        if (on(Fault.MAILGUN_FAILS)) {
            return Answers.message(503, "Service Unavailable");
        }
        if (on(Fault.MAILGUN_MALFORMED)) {
            return WebResponse.text(200, "text/html", "<html><body>Be right back.</body></html>");
        }
        if (on(Fault.MAILGUN_THROTTLES)) {
            return Answers.message(429, "Too many requests").with("Retry-After", RETRY_SECONDS);
        }
        return known(request) ? endpoints.answer(request) : forbidden();
    }

    private boolean known(Incoming request) {
        return !on(Fault.MAILGUN_REFUSES_KEY)
                && request.header("Authorization").filter(authorization::equals).isPresent();
    }

    private static WebResponse forbidden() {
        return WebResponse.text(401, "text/plain", "Forbidden").with("WWW-Authenticate", "Basic realm=\"MG API\"");
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
