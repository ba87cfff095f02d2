package cutover.probe.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.probe.browser.devtools.DevTools;
import cutover.probe.browser.devtools.DevToolsEvent;
import cutover.probe.browser.devtools.Targets;
import cutover.probe.browser.devtools.Targets.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The part of the write guard for what DevTools does not hold at the browser's own address: WebSockets, WebTransport and
 * service workers. It works on each target, those that come later included.
 */
final class SocketsShut {

    private static final String TOLD = "cutoverRefused";
    private static final String REFUSING = """
            for (const name of ['WebSocket', 'WebSocketStream', 'WebTransport', 'RTCPeerConnection']) {
              if (self[name]) {
                const refused = class {
                  constructor(url) {
                    self.TOLD(JSON.stringify([name, new URL(String(url), self.location.href).href]));
                    throw new DOMException('refused by the write guard', 'SecurityError');
                  }
                };
                Object.defineProperty(self, name, {configurable: true, value: refused});
              }
            }
            """.replace("TOLD", TOLD);

    private final ObjectMapper json = new ObjectMapper();
    private final DevTools tools;
    private final Targets targets;
    private final Duration most;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();

    /** @param most how long a page may be too busy to answer */
    SocketsShut(DevTools tools, Targets targets, Duration most) {
        this.tools = tools;
        this.targets = targets;
        this.most = most;
    }

    /** Waits until every page that is there is shut; false when one refused or did not answer, as a busy one may not. */
    boolean shut() {
        targets.also((socket, target) -> shut(target));
        Map<String, CompletableFuture<?>> pages = new HashMap<>();
        for (Target target : targets.all()) {
            CompletableFuture<?> answer = shut(target);
            if (target.hasDocument()) {
                pages.put(target.session(), answer);
            }
        }
        tools.await(pages.values(), most);
        return tools.alive()
                && pages.entrySet().stream()
                        .allMatch(page -> agreed(page.getValue())
                                || targets.at(page.getKey()).isEmpty());
    }

    /** Waits until no page shuts them any more, so that the next one that is opened is free. */
    void open() {
        targets.also((socket, target) -> CompletableFuture.completedFuture(null));
        targets.all().forEach(target -> {
            tools.send(target.session(), "Network.setBypassServiceWorker", Map.of("bypass", false));
        });
        List<CompletableFuture<?>> taken = new ArrayList<>();
        for (Script script = scripts.poll(); script != null; script = scripts.poll()) {
            taken.add(takeOut(script));
        }
        tools.await(taken, most);
    }

    /** A page may be too busy to have said yet under which name it keeps the script. */
    private CompletableFuture<?> takeOut(Script script) {
        return script.kept.thenCompose(answer -> tools.send(
                script.session,
                "Page.removeScriptToEvaluateOnNewDocument",
                Map.of("identifier", answer.path("identifier").asText())));
    }

    private static boolean agreed(CompletableFuture<?> answer) {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    /** What was refused, when the event tells that: the interface's name and the address. */
    Optional<Refused> refused(DevToolsEvent event) {
        if (!event.method().equals("Runtime.bindingCalled")
                || !event.params().path("name").asText().equals(TOLD)) {
            return Optional.empty();
        }
        try {
            JsonNode told = json.readTree(event.params().path("payload").asText());
            return Optional.of(new Refused(
                    told.path(0).asText().toUpperCase(Locale.ROOT),
                    Addresses.of(told.path(1).asText())));
        } catch (JsonProcessingException e) {
            return Optional.of(new Refused("WEBSOCKET", URI.create("about:invalid")));
        }
    }

    private CompletableFuture<?> shut(Target target) {
        String session = target.session();
        tools.send(session, "Network.setBypassServiceWorker", Map.of("bypass", true));
        tools.send(session, "Runtime.addBinding", Map.of("name", TOLD));
        CompletableFuture<?> later =
                target.hasDocument() ? shutLater(session) : CompletableFuture.completedFuture(null);
        return CompletableFuture.allOf(later, tools.send(session, "Runtime.evaluate", Map.of("expression", REFUSING)));
    }

    /** In the documents that come after the one that is there. */
    private CompletableFuture<?> shutLater(String session) {
        CompletableFuture<JsonNode> kept =
                tools.send(session, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", REFUSING));
        scripts.add(new Script(session, kept));
        return kept;
    }

    record Refused(String what, URI uri) {}

    private record Script(String session, CompletableFuture<JsonNode> kept) {}
}
