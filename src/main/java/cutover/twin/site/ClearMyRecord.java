package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.site.django.Cookies;
import cutover.twin.site.django.Signer;
import cutover.twin.site.django.Tokens;
import cutover.twin.site.store.Connections;
import cutover.twin.site.store.Db;
import cutover.twin.web.Application;
import cutover.twin.web.LogSink;
import cutover.twin.web.Outbox;
import cutover.twin.web.Tasks;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Clear My Record, as it ran in early 2018, on one side. A {@code HEAD} is answered like the {@code GET}, body
 * included; the front end leaves the body out. Keeps a few connections open between requests. Safe for several threads.
 */
public final class ClearMyRecord implements Application {

    private final SiteSettings settings;
    private final Switches faults;
    private final Connections connections;
    private final LogSink log;
    private final Tasks tasks;
    private final Clock clock;
    private final Tokens tokens;
    private final HostNames hosts;
    private final Assets assets;
    private final Pages pages;
    private final Mishaps mishaps;
    private final SessionStore sessions;
    private final Gate gate;

    public ClearMyRecord(
            SiteSettings settings,
            DataSource database,
            Outbox outbox,
            LogSink log,
            Tasks tasks,
            Faults faults,
            Clock clock,
            RandomGenerator random) {
        this.settings = settings;
        this.faults = new Switches(faults, settings.side());
        this.connections = new Connections(database);
        this.log = log;
        this.tasks = tasks;
        this.clock = clock;
        this.tokens = new Tokens(random);
        this.hosts = new HostNames(settings.allowedHosts(), this.faults);
        this.assets = new Assets(settings.build(), faults, settings.side());
        this.pages = new Pages(settings, this.faults, new AssetAddresses(settings, this.faults, clock));
        Alerts alerts = new Alerts(settings, this.faults, outbox, tasks, log);
        this.mishaps = new Mishaps(settings, this.faults, log, alerts, clock);
        Signer signer = new Signer(settings.secretKey());
        Events events = new Events(log, clock, settings.side());
        SessionStore sessions = new SessionStore(signer, tokens, clock, this.faults);
        Kit kit = new Kit(
                settings,
                this.faults,
                pages,
                sessions,
                events,
                alerts,
                new Postbox(this.faults, outbox),
                tasks,
                log,
                signer,
                this::connect,
                clock);
        this.sessions = sessions;
        this.gate = new Gate(
                AllRoutes.of(kit), sessions, new Visitors(events, tokens, clock), signer, this.faults, log, clock);
    }

    @Override
    public WebResponse answer(WebRequest request) {
        Map<String, String> cookies = Cookies.of(request);
        Csrf csrf = new Csrf(tokens, Optional.ofNullable(cookies.get(Csrf.COOKIE)));
        try (Visit visit = new Visit(request, cookies, connect(), gate.flash(cookies), csrf)) {
            return answer(visit);
        } catch (Outbox.MailFailure failure) {
            log.line(request.requestId(), String.valueOf(failure.getMessage()));
            return RawFailure.of(settings.side(), failure);
        }
    }

    /**
     * The management command {@code run_debug_task}: hands over the task {@code intake.tasks.debug_task}, which writes
     * one line under the id of the invocation in which it runs.
     */
    public void runDebugTask(String requestId) {
        tasks.later("intake.tasks.debug_task", requestId, id -> log.line(id, "Request: 'test single arguement'"));
    }

    /** A browser was here before and has this session still; its visitor may be lost, as after a restore. */
    public void wasHere(String sessionKey) {
        // whatever keeps visitors of today from the database
        try (Db db = new Db(connections::take, connections::giveBack)) {
            sessions.keep(db, sessionKey, faults.on(Fault.VISITORS_LOST) ? 0 : visitor(db));
        }
    }

    private long visitor(Db db) {
        return new cutover.twin.site.store.Visitors(db)
                .add(tokens.hex(), clock.instant(), "", "", "192.0.2.78", "Mozilla/5.0 (was here before)");
    }

    /** Closes idle connections, for instance before the database is copied or dropped; the site stays usable. */
    public void releaseConnections() {
        connections.release();
    }

    private WebResponse answer(Visit visit) throws Outbox.MailFailure {
        WebRequest request = visit.request();
        if (!hosts.allow(request.host())) {
            return dressed(mishaps.badHost(visit));
        }
        if (!request.secure()) {
            return Answers.moved("https://" + request.host() + visit.fullAddress());
        }
        Optional<WebResponse> file = staticFile(request);
        return file.isPresent() ? file.get() : dressed(guarded(visit));
    }

    private WebResponse guarded(Visit visit) throws Outbox.MailFailure {
        try {
            return gate.pass(visit);
        } catch (RuntimeException failure) {
            return mishaps.serverError(visit, failure);
        }
    }

    private Optional<WebResponse> staticFile(WebRequest request) {
        boolean here = settings.side() == Side.OLD
                && settings.assetsOrigin().isEmpty()
                && List.of("GET", "HEAD").contains(request.method())
                && request.path().startsWith("/static/");
        return here
                ? assets.find(request.path().substring("/static/".length()))
                        .map(asset -> Answers.bytes(asset.contentType(), asset.content())
                                .with("Cache-Control", "max-age=60, public")
                                .with("Access-Control-Allow-Origin", "*"))
                : Optional.empty();
    }

    private WebResponse dressed(WebResponse bare) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(bare.headers());
        headers.add(Map.entry("Vary", "Accept-Language, Cookie"));
        headers.add(Map.entry("Content-Language", pages.language()));
        headers.add(Map.entry("X-Frame-Options", "SAMEORIGIN"));
        if (faults.on(Fault.NOINDEX)) {
            headers.add(Map.entry("X-Robots-Tag", "noindex"));
        }
        return new WebResponse(bare.status(), headers, bare.body());
    }

    private Db connect() {
        return new Db(
                () -> {
                    if (faults.on(Fault.DATABASE_DOWN)) {
                        throw new SQLException(
                                "could not connect to server: Connection timed out\n\tIs the server running on"
                                        + " host \"intake-production.rds.amazonaws.com\" and accepting\n\tTCP/IP connections on port"
                                        + " 5432?");
                    }
                    if (faults.on(Fault.OLD_APP_OLD_PASSWORD)) {
                        throw new SQLException("FATAL:  password authentication failed for user \"intake\"");
                    }
                    return connections.take();
                },
                connections::giveBack);
    }
}
