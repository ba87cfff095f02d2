package cutover.probe.browser;

import com.fasterxml.jackson.databind.JsonNode;
import cutover.probe.browser.devtools.DevToolsEvent;
import cutover.probe.browser.devtools.Targets;
import cutover.probe.browser.devtools.Targets.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the page in front has requested and complained about since it was opened; filled by the DevTools socket. */
final class PageLog implements Consumer<DevToolsEvent> {

    private final Targets targets;
    private final Map<String, Traffic> traffic = new LinkedHashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Set<String> origins = new HashSet<>();
    private String page = "";
    private String shown = "";
    private boolean loading;
    private boolean crashed;
    private long heard;
    private long numbers;

    PageLog(Targets targets) {
        this.targets = targets;
    }

    /** Forgets everything and follows this page from now on. */
    synchronized void follow(String pageId) {
        page = pageId;
        clear();
    }

    /** Forgets what was seen. */
    synchronized void clear() {
        traffic.clear();
        complaints.clear();
        shown = "";
        loading = false;
        crashed = false;
    }

    /** Whether the page is still busy, and a number that grows with everything heard about it. */
    synchronized Pulse pulse() {
        boolean waiting = traffic.values().stream().anyMatch(Traffic::keepsWaiting);
        return new Pulse(heard, loading, waiting, crashed);
    }

    /** The request for the page that is shown: its last hop; when nothing came to be shown, the last request for a page. */
    synchronized Optional<Resource> document() {
        if (traffic.containsKey(shown)) {
            return Optional.of(traffic.get(shown).resource);
        }
        Resource last = null;
        for (Traffic some : traffic.values()) {
            last = some.document ? some.resource : last;
        }
        return Optional.ofNullable(last);
    }

    synchronized List<Resource> resources() {
        Optional<URI> itself = document().map(Resource::uri);
        return traffic.values().stream()
                .filter(some -> !some.document)
                .map(some -> some.resource)
                .filter(some -> !ownDoing(some, itself))
                .toList();
    }

    /** What the browser asks for on its own: its PDF viewer the document again, its window an icon, once per session. */
    private static boolean ownDoing(Resource some, Optional<URI> page) {
        boolean again = some.type().equals("Document") && page.equals(Optional.of(some.uri()));
        return again
                || some.type().equals("Other")
                        && "/favicon.ico".equals(some.uri().getPath());
    }

    synchronized List<String> complaints() {
        return complaints.stream().map(Complaint::text).toList();
    }

    /** Every origin that was asked for anything since the beginning; they may keep something in the browser. */
    synchronized Set<String> origins() {
        return Set.copyOf(origins);
    }

    @Override
    public synchronized void accept(DevToolsEvent event) {
        if (targets.at(event.session()).filter(this::ours).isEmpty()) {
            return;
        }
        heard++;
        // unique in the whole browser; a worker's script is asked for by its page and arrives at the worker
        String key = event.params().path("requestId").asText();
        switch (event.method()) {
            case "Network.requestWillBeSent":
                requested(key, event.params());
                break;
            case "Network.responseReceived":
                answered(key, event.params());
                break;
            case "Network.loadingFinished":
                ended(key, "");
                break;
            case "Network.loadingFailed":
                ended(key, ErrorTexts.failure(event.params()));
                break;
            case "Page.frameStartedLoading":
            case "Page.frameStoppedLoading":
                loads(event);
                break;
            case "Page.frameNavigated":
                navigated(event.params().path("frame"));
                break;
            case "Inspector.targetCrashed":
                crashed = true;
                break;
            default:
                ErrorTexts.complaint(event).ifPresent(text -> complaints.add(new Complaint(++numbers, text)));
        }
    }

    /** Popups are pages of their own; workers that several pages share are anybody's. */
    private boolean ours(Target target) {
        return target.root().equals(page) || target.shared();
    }

    private void requested(String key, JsonNode params) {
        String type = params.path("type").asText();
        JsonNode before = params.path("redirectResponse");
        Traffic old = traffic.remove(key);
        if (old != null && !before.isMissingNode()) {
            traffic.put(key + "#" + ++numbers, old.with(answer(old.resource, old.resource.type(), before), true));
        }
        boolean document = type.equals("Document")
                && params.path("frameId").asText().equals(page)
                && params.path("requestId")
                        .asText()
                        .equals(params.path("loaderId").asText());
        JsonNode request = params.path("request");
        String method = request.path("method").asText();
        Addresses.ofWeb(request.path("url").asText())
                .map(uri -> new Resource(uri, method, type, 0, "", ""))
                .ifPresent(resource -> add(key, new Traffic(++numbers, resource, document, false)));
    }

    private void add(String key, Traffic some) {
        traffic.put(key, some);
        URI uri = some.resource.uri();
        origins.add(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private void answered(String key, JsonNode params) {
        traffic.computeIfPresent(
                key,
                (same, old) -> old.with(
                        answer(old.resource, params.path("type").asText(), params.path("response")), old.ended));
    }

    private void ended(String key, String failure) {
        traffic.computeIfPresent(
                key, (same, old) -> old.with(old.fine(failure) ? old.resource : old.resource.failed(failure), true));
    }

    private void loads(DevToolsEvent event) {
        if (event.params().path("frameId").asText().equals(page)) {
            loading = event.method().equals("Page.frameStartedLoading");
        }
    }

    /** What belonged to the page before is dropped only now: a request for a page may well end without a new page. */
    private void navigated(JsonNode frame) {
        String loader = frame.path("loaderId").asText();
        if (!frame.path("id").asText().equals(page) || loader.equals(shown)) {
            return;
        }
        shown = loader;
        long from = traffic.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(loader) && entry.getValue().document)
                .mapToLong(entry -> entry.getValue().number)
                .min()
                .orElse(Long.MAX_VALUE);
        traffic.values().removeIf(some -> some.number < from);
        complaints.removeIf(some -> some.number < from);
    }

    private static Resource answer(Resource resource, String type, JsonNode response) {
        return resource.answered(
                type, response.path("status").asInt(), response.path("mimeType").asText());
    }

    /**
     * @param heard grows with every event
     * @param loading true while the page itself, not only something in it, is loading
     * @param waiting true while requests are under way
     */
    record Pulse(long heard, boolean loading, boolean waiting, boolean crashed) {

        boolean quiet() {
            return !loading && !waiting;
        }
    }

    private record Complaint(long number, String text) {}

    private record Traffic(long number, Resource resource, boolean document, boolean ended) {

        /** An answer that is no page, 204 or a download, is not shown; its request is said to be aborted then. */
        boolean fine(String failure) {
            return failure.isEmpty() || document && resource.status() > 0 && failure.startsWith("net::ERR_ABORTED");
        }

        Traffic with(Resource now, boolean endedNow) {
            return new Traffic(number, now, document, endedNow);
        }

        /** Streams and beacons are never waited for: the former do not end, the latter are nobody's concern. */
        boolean keepsWaiting() {
            return !ended
                    && !List.of("EventSource", "Ping", "Media", "WebSocket").contains(resource.type());
        }
    }
}
