package cutover.probe.browser;

import com.fasterxml.jackson.databind.JsonNode;
import cutover.probe.browser.devtools.DevTools;
import cutover.probe.browser.devtools.DevToolsEvent;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Keeps writes in the browser: while it is armed, each request of every page, frame, worker and popup is held until this
 * guard lets it go or fails it as {@code net::ERR_BLOCKED_BY_CLIENT}; redirects are asked about hop by hop. WebSockets and
 * WebTransport, which could carry anything, do not open, and service workers are passed by. Arm it before the first page:
 * a WebSocket that is open already stays open.
 *
 * <p>The requests are held at the browser's own DevTools address (Fetch domain), so no page can get around it. If the
 * connection there dies, Chromium would let everything go; therefore the browser is ended at once.
 */
public final class WriteGuard implements AutoCloseable {

    private final DevTools tools;
    private final SocketsShut sockets;
    private final Set<String> methods;
    private final Predicate<URI> forbidden;
    private final Clock clock;
    private final List<Blocked> blocked = new CopyOnWriteArrayList<>();
    private volatile boolean armed;
    private volatile boolean lost;

    private WriteGuard(
            DevTools tools, SocketsShut sockets, Set<String> methods, Predicate<URI> forbidden, Clock clock) {
        this.tools = tools;
        this.sockets = sockets;
        this.methods = Set.copyOf(methods);
        this.forbidden = forbidden;
        this.clock = clock;
    }

    static WriteGuard arm(
            DevTools tools, SocketsShut sockets, Set<String> methods, Predicate<URI> forbidden, Clock clock) {
        WriteGuard guard = new WriteGuard(tools, sockets, methods, forbidden, clock);
        tools.whenLost(why -> guard.lost = guard.lost || guard.armed);
        tools.listen(guard::hear);
        guard.armed = true;
        boolean holds = guard.sockets.shut()
                && tools.call("", "Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))))
                        .isPresent();
        guard.lost = guard.lost || !holds;
        return guard;
    }

    /** What it has stopped so far, in order. */
    public List<Blocked> blocked() {
        return List.copyOf(blocked);
    }

    /**
     * True when nothing can have passed since it was armed; false when it could not be armed or its connection died, and
     * then the browser is gone.
     */
    public boolean held() {
        return !lost;
    }

    boolean armed() {
        return armed;
    }

    /** Lets everything go again. */
    @Override
    public void close() {
        if (!armed) {
            return;
        }
        if (tools.alive()) {
            tools.call("", "Fetch.disable", Map.of());
            sockets.open();
        }
        armed = false;
    }

    private void hear(DevToolsEvent event) {
        if (!armed) {
            return;
        }
        if (event.method().equals("Fetch.requestPaused")) {
            decide(event);
        } else {
            sockets.refused(event).ifPresent(some -> record(some.what(), some.uri(), false));
        }
    }

    private void decide(DevToolsEvent event) {
        JsonNode request = event.params().path("request");
        String method = request.path("method").asText();
        URI uri = Addresses.of(request.path("url").asText());
        String id = event.params().path("requestId").asText();
        boolean path = forbids(uri);
        if (path || !methods.contains(method)) {
            record(method, uri, path);
            tell(event.session(), "Fetch.failRequest", Map.of("requestId", id, "errorReason", "BlockedByClient"));
        } else {
            tell(event.session(), "Fetch.continueRequest", Map.of("requestId", id));
        }
    }

    /** A rule that itself fails forbids: what cannot be judged does not leave. */
    private boolean forbids(URI uri) {
        try {
            return forbidden.test(uri);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private CompletableFuture<JsonNode> tell(String session, String method, Map<String, String> params) {
        return tools.send(session, method, params);
    }

    private void record(String method, URI uri, boolean path) {
        blocked.add(new Blocked(method, uri, path, clock.instant()));
    }
}
