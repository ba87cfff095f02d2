package cutover.probe.browser;

import cutover.probe.browser.PageObservation.Trouble;
import cutover.probe.browser.PageScripts.Snapshot;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;

/** Opens pages and tells what stands there. */
final class Pages {

    private static final List<String> OPENED = List.of("http", "https", "about");

    private final Session session;
    private final Clock clock;

    Pages(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    PageObservation open(URI uri) {
        if (!OPENED.contains(uri.getScheme())) {
            throw new IllegalArgumentException("not an address of a page: " + uri);
        }
        Instant start = clock.instant();
        session.log().clear();
        Optional<Mishap> mishap = went(uri);
        if (mishap.isEmpty() && !session.settle()) {
            mishap = Optional.of(new Mishap(Trouble.TIMED_OUT, "the page does not finish loading"));
        }
        return seen(uri, start, mishap);
    }

    PageObservation look() {
        Instant start = clock.instant();
        return seen(null, start, Optional.empty());
    }

    private Optional<Mishap> went(URI uri) {
        if (!session.alive()) {
            return gone();
        }
        try {
            session.driver().get(uri.toString());
            return Optional.empty();
        } catch (TimeoutException e) {
            session.stop();
            return Optional.of(new Mishap(Trouble.TIMED_OUT, Words.first(e)));
        } catch (WebDriverException e) {
            String code = Words.code(e);
            // what is no page, 204 or a download, is aborted and yet an answer
            return code.equals("net::ERR_ABORTED") ? Optional.empty() : Optional.of(mishap(code, e));
        } catch (RuntimeException e) {
            return Optional.of(new Mishap(Trouble.BROKEN, Words.first(e)));
        }
    }

    private PageObservation seen(URI asked, Instant start, Optional<Mishap> before) {
        Snapshot nothing = new Snapshot("", "", "", 0);
        boolean stuck = before.filter(some -> some.trouble == Trouble.TIMED_OUT).isPresent();
        Snapshot snapshot = stuck ? nothing : session.ask(() -> PageScripts.snapshot(session.driver()), nothing);
        Optional<Resource> document = session.log().document();
        Optional<Mishap> mishap = before.or(() -> session.alive() ? document.flatMap(Pages::mishap) : gone());
        boolean shown = mishap.isEmpty();
        URI uri = place(document, snapshot, asked);
        int status = document.map(Resource::status).filter(some -> some > 0).orElse(shown ? snapshot.status() : 0);
        return new PageObservation(
                asked == null ? uri : asked,
                uri,
                status,
                snapshot.title(),
                shown ? snapshot.html() : "",
                session.log().complaints(),
                session.log().resources(),
                Duration.between(start, clock.instant()),
                mishap.map(some -> some.trouble).orElse(Trouble.NONE),
                mishap.map(some -> some.detail).orElse(""));
    }

    private static URI place(Optional<Resource> document, Snapshot snapshot, URI asked) {
        // scripts may have changed the address, and a fragment is no part of a request
        if (snapshot.url().startsWith("http")) {
            return Addresses.of(snapshot.url());
        }
        return document.map(Resource::uri)
                .orElseGet(() -> asked == null ? Addresses.of(orBlank(snapshot.url())) : asked);
    }

    private static String orBlank(String url) {
        return url.isEmpty() ? "about:blank" : url;
    }

    private static Mishap mishap(String code, WebDriverException e) {
        return code.isEmpty() ? new Mishap(Trouble.BROKEN, Words.first(e)) : new Mishap(Trouble.of(code), code);
    }

    private static Optional<Mishap> mishap(Resource document) {
        String failure = document.failure();
        return failure.isEmpty() ? Optional.empty() : Optional.of(new Mishap(Trouble.of(failure), failure));
    }

    private static Optional<Mishap> gone() {
        return Optional.of(new Mishap(Trouble.BROKEN, "the browser is gone"));
    }

    private record Mishap(Trouble trouble, String detail) {}
}
