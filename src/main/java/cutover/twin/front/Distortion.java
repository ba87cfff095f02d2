package cutover.twin.front;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.time.Duration;
import java.util.Base64;

/** What a front can do to the application's answers and to what it is sent. */
record Distortion(Side side, Faults faults, PdfDamage pdf, StageSlip stage) {

    private static final String READS_MUCH = "/stats/";
    private static final Duration SLOW = Duration.ofSeconds(6);

    Distortion(Side side, Faults faults) {
        this(side, faults, new PdfDamage(side, faults), new StageSlip(side, faults));
    }

    byte[] body(Incoming request) {
        if (faults.on(side, Fault.MULTIPART_DAMAGED) && multipart(request)) {
            return Text.throughUtf8(request.body());
        }
        boolean posted = request.body().length > 0 && faults.on(side, Fault.POSTS_BASE64);
        return posted ? Base64.getEncoder().encode(request.body()) : request.body();
    }

    WebResponse of(WebRequest request, WebResponse answer) {
        WebResponse changed = stage.of(headers(pdf.done(request, answer)));
        if (faults.on(side, Fault.COOKIES_COLLAPSED)) {
            changed = Headers.collapsed(changed, "Set-Cookie");
        }
        if (faults.on(side, Fault.BODIES_BASE64)) {
            changed = new WebResponse(
                    changed.status(), changed.headers(), Base64.getEncoder().encode(changed.body()));
        }
        return changed;
    }

    private WebResponse headers(WebResponse answer) {
        WebResponse changed = answer;
        if (faults.on(side, Fault.SITE_STRICT)) {
            changed = changed.with("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        if (faults.on(side, Fault.OLD_HOST_IN_HEADER)) {
            changed = changed.with("Content-Security-Policy", "img-src 'self' https://" + Hosts.OLD);
        }
        if (faults.on(side, Fault.OLD_HOST_IN_COOKIE)) {
            changed = changed.with("Set-Cookie", "visits=1; Domain=" + Hosts.OLD + "; Path=/; Secure");
        }
        return changed;
    }

    private static boolean multipart(Incoming request) {
        return request.header("Content-Type").orElse("").startsWith("multipart/");
    }

    Duration held(WebRequest request, WebResponse answer) {
        boolean page =
                Headers.typeOf(answer).startsWith("text/html") && request.path().equals(READS_MUCH);
        return page && faults.on(side, Fault.SLOW_PAGES) ? SLOW : Duration.ZERO;
    }
}
