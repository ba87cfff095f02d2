package cutover.probe.browser;

import com.fasterxml.jackson.databind.JsonNode;
import cutover.probe.browser.devtools.DevTools;
import cutover.probe.browser.devtools.Targets;
import cutover.probe.browser.devtools.Targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The part of the write guard for what DevTools does not hold at the browser's own address: WebSockets, WebTransport and
 * service workers. It works on each target, those that come later included.
 */
final class SocketsShut {

    private static final String REFUSING = """
            for (const name of ['WebSocket', 'WebSocketStream', 'WebTransport', 'RTCPeerConnection']) {
              if (self[name]) {
                Object.defineProperty(self, name, {
                  configurable: true,
                  value: class { constructor() { throw new DOMException('refused by the write guard', 'SecurityError'); } }
                });
              }
            }
            """;

    private final DevTools tools;
    private final Targets targets;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();

    SocketsShut(DevTools tools, Targets targets) {
        this.tools = tools;
        this.targets = targets;
    }

    /** False when a page that is there refused. */
    boolean shut() {
        targets.also((socket, target) -> shut(target));
        List<CompletableFuture<?>> all = new ArrayList<>();
        targets.all().forEach(target -> all.add(shut(target)));
        return tools.call("", "Browser.getVersion", Map.of()).isPresent();
    }

    void open() {
        targets.also((socket, target) -> CompletableFuture.completedFuture(null));
        targets.all().forEach(target -> {
            tools.send(target.session(), "Network.setBlockedURLs", Map.of("urls", List.of()));
            tools.send(target.session(), "Network.setBypassServiceWorker", Map.of("bypass", false));
        });
        scripts.forEach(script -> tools.send(
                script.session, "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script.id)));
    }

    private CompletableFuture<?> shut(Target target) {
        String session = target.session();
        tools.send(session, "Network.setBypassServiceWorker", Map.of("bypass", true));
        tools.send(session, "Network.setBlockedURLs", Map.of("urls", List.of("ws://*", "wss://*")));
        if (target.hasDocument()) {
            tools.send(session, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", REFUSING))
                    .thenAccept(answer -> scripts.add(new Script(session, id(answer))));
        }
        return tools.send(session, "Runtime.evaluate", Map.of("expression", REFUSING));
    }

    private static String id(JsonNode answer) {
        return answer.path("identifier").asText();
    }

    private record Script(String session, String id) {}
}
