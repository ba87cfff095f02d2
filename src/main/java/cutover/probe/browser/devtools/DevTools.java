package cutover.probe.browser.devtools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One WebSocket to a browser's own DevTools address, shared by all who observe or guard the browser. Listeners run on the
 * socket's thread, one event at a time and in the order told: they must not wait, and use {@link #send} only.
 */
public final class DevTools implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Duration limit;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<Consumer<DevToolsEvent>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private final Object order = new Object();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private volatile boolean closing;
    private volatile WebSocket socket;

    private DevTools(Duration limit) {
        this.limit = limit;
    }

    /**
     * Connects.
     *
     * @param address {@code ws://…/devtools/browser/…}
     * @param limit for connecting, and for each call to be answered
     * @return empty when nobody answers there
     */
    public static Optional<DevTools> connect(HttpClient client, URI address, Duration limit) {
        DevTools tools = new DevTools(limit);
        try {
            tools.socket = client.newWebSocketBuilder()
                    .connectTimeout(limit)
                    .buildAsync(address, tools.new Incoming())
                    .join();
            return Optional.of(tools);
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    /** Asks the browser and waits; empty when it refuses, does not answer in time, or the socket is dead. */
    public Optional<JsonNode> call(String session, String method, Map<String, ?> params) {
        try {
            return Optional.of(send(session, method, params).get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Waits until each of these has an answer or a refusal, or this limit is over. */
    public void await(Collection<? extends CompletableFuture<?>> answers, Duration most) {
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .handle((done, refused) -> true)
                    .get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // who asks looks at the answers
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the browser and does not wait; the future fails when the browser refuses or the socket is dead. */
    public CompletableFuture<JsonNode> send(String session, String method, Map<String, ?> params) {
        int id = ids.incrementAndGet();
        ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
        message.set("params", json.valueToTree(params));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String text = message.toString();
        synchronized (order) {
            // a WebSocket takes the next text only after the last one has left
            sent = sent.thenCompose(done -> socket.sendText(text, true));
            sent.exceptionally(e -> {
                lose("sending failed: " + e);
                return null;
            });
        }
        if (lost.isDone()) {
            fail(id, answer);
        }
        return answer;
    }

    /** Tells the listener of every event from now on. */
    public void listen(Consumer<DevToolsEvent> listener) {
        listeners.add(listener);
    }

    /** Runs the action with the reason once the socket dies, or at once if it is dead; never after {@link #close()}. */
    public void whenLost(Consumer<String> action) {
        lost.thenAccept(why -> {
            if (!closing) {
                action.accept(why);
            }
        });
    }

    /** False after the socket has died or was closed. */
    public boolean alive() {
        return !lost.isDone();
    }

    /** Cuts the connection without a word, as a dying network would. */
    public void cut() {
        socket.abort();
        lose("cut");
    }

    @Override
    public void close() {
        closing = true;
        cut();
    }

    private void lose(String why) {
        if (lost.complete(why)) {
            asked.forEach(this::fail);
        }
    }

    private void fail(int id, CompletableFuture<JsonNode> answer) {
        asked.remove(id);
        answer.completeExceptionally(new IllegalStateException("the DevTools socket is dead"));
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = json.readTree(text);
        } catch (JsonProcessingException e) {
            lose("not JSON: " + e.getOriginalMessage());
            return;
        }
        CompletableFuture<JsonNode> answer =
                message.has("id") ? asked.remove(message.get("id").asInt()) : null;
        if (answer != null && message.has("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(message.at("/error/message").asText()));
        } else if (answer != null) {
            answer.complete(message.path("result"));
        } else if (message.has("method")) {
            DevToolsEvent event = new DevToolsEvent(
                    message.path("sessionId").asText(""), message.get("method").asText(), message.path("params"));
            listeners.forEach(listener -> listener.accept(event));
        }
    }

    private final class Incoming implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                receive(text);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            lose("closed by the browser: " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            lose(String.valueOf(error));
        }
    }
}
