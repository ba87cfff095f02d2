package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.log.Invocation;
import cutover.twin.log.LambdaLog;
import cutover.twin.log.RecordShape;
import cutover.twin.web.Application;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The new platform: edge network and gateway before a function that wraps the application. */
public final class GatewayFront implements Front {

    private static final int FOUND = 302;
    private static final String OWN_DOMAIN = "amazonaws.com";

    /** The gateway's limit for a payload: 10 MB. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Application application;
    private final LambdaLog log;
    private final Faults faults;
    private final Duration limit;
    private final Clock clock;
    private final Impostor impostor;
    private final Distortion distortion;
    private final Webhooks webhooks;
    private final Fingerprint fingerprint;
    private final StaleCache cache;

    /** @param limit how long the gateway waits for the function; the real one waits 29 s */
    public GatewayFront(Application application, LambdaLog log, Faults faults, Duration limit, Clock clock, Ids ids) {
        this.application = application;
        this.log = log;
        this.faults = faults;
        this.limit = limit;
        this.clock = clock;
        this.impostor = new Impostor(Side.NEW, faults);
        this.distortion = new Distortion(Side.NEW, faults);
        this.webhooks = new Webhooks(Side.NEW, faults);
        this.fingerprint = new Fingerprint(ids);
        this.cache = new StaleCache();
        faults.listen((side, fault, nowOn) -> {
            if (fault == Fault.STALE_CACHE) {
                cache.clear();
            }
        });
    }

    @Override
    public Reply answer(Incoming request) {
        Address address = Address.of(request);
        if (on(Fault.WWW_REDIRECTS_TO_ITSELF)) {
            return Reply.now(fingerprint.on(new ToHttps().answer(request).response()));
        }
        Optional<WebResponse> foreign = impostor.answer(address.path());
        if (foreign.isPresent()) {
            return Reply.now(foreign.get());
        }
        Optional<WebResponse> refusal =
                refusal(address, request.body().length).or(() -> webhooks.redirect(request, address.path()));
        if (refusal.isPresent()) {
            return Reply.now(fingerprint.on(refusal.get()));
        }
        Optional<WebResponse> stale = on(Fault.STALE_CACHE) ? cache.hit(request) : Optional.empty();
        if (stale.isPresent()) {
            return Reply.now(fingerprint.on(stale.get()));
        }
        return on(Fault.FUNCTION_CRASHES) ? crash() : invoke(request, address);
    }

    /** What stands behind the site's name at the gateway. */
    public enum Mapped {
        /** The application. */
        SERVED,
        /** An API that only redirects to the old host. */
        SENT_BACK,
        /** Nothing: the name was taken away, and the gateway answers 403. */
        UNKNOWN
    }

    /** What answers under the site's name. */
    public Front underItsName(Supplier<Mapped> mapped) {
        return request -> switch (mapped.get()) {
            case SERVED -> answer(request);
            case SENT_BACK -> Reply.now(fingerprint.on(sentBack(request)));
            case UNKNOWN -> Reply.now(fingerprint.on(Json.forbidden()));
        };
    }

    private static WebResponse sentBack(Incoming request) {
        return WebResponse.text(FOUND, "application/json", "{}")
                .with("Location", Forwarding.to("https://" + Hosts.OLD).location(request));
    }

    /**
     * What stands at the gateway's own address: under any other name no request reaches a stage there.
     *
     * @param shut whether no stage is served there at all ("default endpoint disabled")
     */
    public Front atItsOwnAddress(BooleanSupplier shut) {
        return request -> request.host().contains(OWN_DOMAIN) && !shut.getAsBoolean()
                ? answer(request)
                : Reply.now(fingerprint.on(Json.forbidden()));
    }

    private Optional<WebResponse> refusal(Address address, int size) {
        if (size > MOST_BYTES) {
            return Optional.of(Json.tooLong());
        }
        if (on(Fault.GATEWAY_WANTS_TOKEN) || address.kind() == Address.Kind.NO_RESOURCE) {
            return Optional.of(Json.missingToken());
        }
        boolean unmapped = on(Fault.GATEWAY_FORBIDDEN) && address.stage().isEmpty();
        return unmapped || address.kind() == Address.Kind.NO_STAGE ? Optional.of(Json.forbidden()) : Optional.empty();
    }

    private Reply crash() {
        Invocation invocation = log.start();
        log.platform(invocation, "Unable to import module 'handler': No module named '_psycopg'");
        log.end(invocation);
        return Reply.now(fingerprint.on(Json.functionFailed()));
    }

    private Reply invoke(Incoming incoming, Address address) {
        Invocation invocation = log.start();
        WebRequest request = request(incoming, address, invocation.id());
        if (on(Fault.LOG_DUMPS_SECRETS)) {
            log.record("DEBUG", invocation.id(), RecordShape.dump(request));
        }
        WebResponse answer = application.answer(request);
        if (answer.status() >= 500 && on(Fault.EGRESS_BLOCKED)) {
            log.endWithTimeout(invocation, limit);
            return new Reply(fingerprint.on(Json.timedOut()), limit);
        }
        Duration taken = Duration.between(invocation.started(), clock.instant());
        log.record("INFO", invocation.id(), RecordShape.access(request, answer, clock.instant(), taken));
        log.end(invocation);
        WebResponse cached = on(Fault.STALE_CACHE) ? cache.kept(incoming, answer) : answer;
        WebResponse distorted = distortion.of(request, cached);
        return new Reply(fingerprint.on(distorted), distortion.held(request, distorted));
    }

    private WebRequest request(Incoming incoming, Address address, String id) {
        return new WebRequest(
                incoming.method(),
                incoming.secure(),
                incoming.host(),
                address.stage(),
                address.path(),
                webhooks.query(address.path(), QueryDict.rebuilt(incoming.query())),
                incoming.headers(),
                distortion.body(incoming),
                incoming.peer(),
                id);
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }

    /** Where a request belongs: on the gateway's own address only what is below the stage belongs anywhere. */
    private record Address(Kind kind, String stage, String path) {

        enum Kind {
            MAPPED,
            NO_STAGE,
            NO_RESOURCE
        }

        static Address of(Incoming request) {
            String path = request.path();
            if (!request.host().contains(OWN_DOMAIN)) {
                return new Address(Kind.MAPPED, "", path);
            }
            if (path.equals(Hosts.STAGE) || path.startsWith(Hosts.STAGE + "/")) {
                String rest = path.substring(Hosts.STAGE.length());
                return new Address(Kind.MAPPED, Hosts.STAGE, rest.isEmpty() ? "/" : rest);
            }
            return new Address(path.equals("/") ? Kind.NO_RESOURCE : Kind.NO_STAGE, "", path);
        }
    }
}
