package cutover.probe.browser.devtools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Attaches to every page, frame and worker of the browser as it appears, before its first line runs, and sets it up for
 * being observed.
 */
public final class Targets {

    private static final List<Map<String, String>> KINDS = List.of(
            Map.of("type", "page"),
            Map.of("type", "iframe"),
            Map.of("type", "worker"),
            Map.of("type", "shared_worker"),
            Map.of("type", "service_worker"));
    private static final Map<String, Object> ATTACH =
            Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true, "filter", KINDS);
    private static final Set<String> PAGES = Set.of("page", "iframe");

    private final DevTools tools;
    private volatile String userAgent;
    private final Map<String, Target> bySession = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Target>> byId = new ConcurrentHashMap<>();
    private volatile BiFunction<DevTools, Target, CompletableFuture<?>> also =
            (socket, target) -> CompletableFuture.completedFuture(null);

    /** @param userAgent what all of them send instead of the browser's own; empty leaves that */
    public Targets(DevTools tools, String userAgent) {
        this.tools = tools;
        this.userAgent = userAgent;
        tools.listen(this::hear);
    }

    /** Begins; false when the browser does not let us. */
    public boolean attach() {
        return tools.call("", "Target.setAutoAttach", ATTACH).isPresent();
    }

    /** Makes all of them, and those that appear later, send this user agent. */
    public void agent(String newUserAgent) {
        userAgent = newUserAgent;
        all().forEach(this::override);
    }

    /** The target with the id (for a page, its WebDriver window handle) once it is set up; a failed future if never. */
    public CompletableFuture<Target> ready(String id) {
        return byId.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    }

    /** Which target told an event. */
    public Optional<Target> at(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    /** All that are attached now. */
    public List<Target> all() {
        return List.copyOf(bySession.values());
    }

    /** Does this to every target that appears from now on, before it runs. */
    public void also(BiFunction<DevTools, Target, CompletableFuture<?>> setUp) {
        also = setUp;
    }

    private void hear(DevToolsEvent event) {
        if (event.method().equals("Target.attachedToTarget")) {
            attached(event);
        } else if (event.method().equals("Target.detachedFromTarget")) {
            Target gone = bySession.remove(event.params().path("sessionId").asText());
            if (gone != null) {
                byId.remove(gone.id());
            }
        }
    }

    private void attached(DevToolsEvent event) {
        JsonNode info = event.params().path("targetInfo");
        String id = info.path("targetId").asText();
        String root = at(event.session()).map(Target::root).orElse(id);
        Target target = new Target(
                event.params().path("sessionId").asText(), id, info.path("type").asText(), root);
        bySession.put(target.session(), target);
        setUp(target);
    }

    private void setUp(Target target) {
        String session = target.session();
        boolean page = PAGES.contains(target.type());
        tools.send(session, "Network.enable", Map.of());
        tools.send(session, "Runtime.enable", Map.of());
        tools.send(session, "Log.enable", Map.of());
        if (page) {
            tools.send(session, "Page.enable", Map.of());
        }
        override(target);
        tools.send(session, "Target.setAutoAttach", ATTACH);
        also.apply(tools, target);
        tools.send(session, "Runtime.runIfWaitingForDebugger", Map.of())
                .whenComplete((done, error) -> ready(target.id()).complete(target));
    }

    private void override(Target target) {
        if (!userAgent.isEmpty()) {
            tools.send(target.session(), "Network.setUserAgentOverride", Map.of("userAgent", userAgent));
        }
    }

    /**
     * One page, frame of another origin, or worker.
     *
     * @param session names it on the socket
     * @param type as DevTools names it: page, iframe, worker, shared_worker, service_worker
     * @param root id of the page, or worker of its own, that it belongs to
     */
    public record Target(String session, String id, String type, String root) {

        /** True for what has a document. */
        public boolean hasDocument() {
            return PAGES.contains(type);
        }

        /** True for a worker that belongs to no one page. */
        public boolean shared() {
            return type.equals("shared_worker") || type.equals("service_worker");
        }
    }
}
