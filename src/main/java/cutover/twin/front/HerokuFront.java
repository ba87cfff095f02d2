package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.log.HerokuLog;
import cutover.twin.log.RecordShape;
import cutover.twin.web.Application;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The old platform: a router before one web process; the application itself sends plain http to https. */
public final class HerokuFront implements Front {

    private final Application application;
    private final HerokuLog log;
    private final Faults faults;
    private final Duration limit;
    private final Clock clock;
    private final Ids ids;
    private final Impostor impostor;
    private final Distortion distortion;
    private final Webhooks webhooks;

    /** @param limit how long the router waits for the web process; the real one waits 30 s */
    public HerokuFront(Application application, HerokuLog log, Faults faults, Duration limit, Clock clock, Ids ids) {
        this.application = application;
        this.log = log;
        this.faults = faults;
        this.limit = limit;
        this.clock = clock;
        this.ids = ids;
        this.impostor = new Impostor(Side.OLD, faults);
        this.distortion = new Distortion(Side.OLD, faults);
        this.webhooks = new Webhooks(Side.OLD, faults);
    }

    @Override
    public Reply answer(Incoming incoming) {
        Optional<WebResponse> foreign = impostor.answer(incoming.path());
        if (foreign.isPresent()) {
            return Reply.now(foreign.get());
        }
        Optional<WebResponse> redirect = webhooks.redirect(incoming, incoming.path());
        if (redirect.isPresent()) {
            return Reply.now(marked(redirect.get()));
        }
        WebRequest request = request(incoming);
        if (on(Fault.FUNCTION_CRASHES)) {
            return Reply.now(failed(request, "code=H10 desc=\"App crashed\"", Duration.ZERO));
        }
        Instant start = clock.instant();
        if (on(Fault.LOG_DUMPS_SECRETS)) {
            log.record("DEBUG", request.requestId(), RecordShape.dump(request));
        }
        WebResponse raw = application.answer(request);
        if (raw.status() >= 500 && on(Fault.EGRESS_BLOCKED)) {
            return new Reply(failed(request, "code=H12 desc=\"Request timeout\"", limit), limit);
        }
        WebResponse answer = distortion.of(request, raw);
        Duration taken = Duration.between(start, clock.instant());
        log.record("INFO", request.requestId(), RecordShape.access(request, answer, clock.instant(), taken));
        log.router("at=info " + routed(request, answer, taken));
        return new Reply(marked(answer), distortion.held(request, answer));
    }

    /** The router's own page, when the web process gives it none. */
    private WebResponse failed(WebRequest request, String why, Duration taken) {
        WebResponse answer = WebResponse.text(
                503,
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html><head><title>Application Error</title></head><body>"
                        + "<h1>Application error</h1></body></html>");
        log.router("at=error " + why + " " + routed(request, answer, taken));
        return answer.with("Server", "Cowboy").with("Connection", "keep-alive");
    }

    private WebResponse marked(WebResponse answer) {
        return answer.with("Server", "gunicorn/19.7.1")
                .with("Connection", "keep-alive")
                .with("Via", "1.1 vegur");
    }

    private WebRequest request(Incoming incoming) {
        return new WebRequest(
                incoming.method(),
                incoming.secure(),
                incoming.host(),
                "",
                incoming.path(),
                webhooks.query(incoming.path(), incoming.query()),
                incoming.headers(),
                distortion.body(incoming),
                incoming.peer(),
                ids.uuid());
    }

    private boolean on(Fault fault) {
        return faults.on(Side.OLD, fault);
    }

    private static String routed(WebRequest request, WebResponse answer, Duration taken) {
        return String.format(
                Locale.ROOT,
                "method=%s path=\"%s\" host=%s request_id=%s fwd=\"%s\" dyno=web.1 connect=0ms service=%dms status=%d"
                        + " bytes=%d protocol=%s",
                request.method(),
                request.query().isEmpty() ? request.path() : request.path() + "?" + request.query(),
                request.host(),
                request.requestId(),
                request.clientIp(),
                taken.toMillis(),
                answer.status(),
                answer.body().length,
                request.secure() ? "https" : "http");
    }
}
