package cutover.probe.browser;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * One browser session, for one thread at a time. Nothing here throws for what page, network or browser did: a browser that
 * is gone has no elements, no cookies and an empty screenshot, and {@link #alive()} tells. A selector that is none is the
 * caller's mistake and an {@link IllegalArgumentException}.
 */
public final class Browser implements AutoCloseable {

    private final Session session;
    private final String version;
    private final String ownAgent;
    private final Clock clock;
    private final Pages pages;
    private final Acts acts;
    private final Jar jar;
    private boolean closed;

    Browser(Session session, String version, String ownAgent, Clock clock) {
        this.session = session;
        this.version = version;
        this.ownAgent = ownAgent;
        this.clock = clock;
        this.pages = new Pages(session, clock);
        this.acts = new Acts(session);
        this.jar = new Jar(session);
    }

    /** From now on requests carry the browser's own user agent with this behind it; for a browser that is handed on. */
    public void agent(String suffix) {
        session.agent(ownAgent + " " + suffix);
    }

    /** Goes to the address and waits until the page is loaded and quiet; requests without end are given two seconds. */
    public PageObservation open(URI uri) {
        return pages.open(uri);
    }

    /** The page as it stands now, with what it has requested since it was opened. */
    public PageObservation look() {
        return pages.look();
    }

    /** Replaces what stands in a field. */
    public Acted fill(String selector, String text) {
        return acts.fill(selector, text);
    }

    /** Clicks, and waits until the page that this leads to, or else this page, is loaded and quiet. */
    public Acted click(String selector) {
        return acts.click(selector);
    }

    /** How many elements match the CSS selector. */
    public int count(String selector) {
        return elements(selector).size();
    }

    /** The text of the first match as a reader sees it, stripped; empty without a match. */
    public Optional<String> text(String selector) {
        return texts(selector).stream().findFirst();
    }

    /** The texts of all matches as a reader sees them, stripped, in the page's order. */
    public List<String> texts(String selector) {
        List<WebElement> elements = elements(selector);
        return asked(() -> PageScripts.texts(session.driver(), elements), List.of());
    }

    /** A computed style of the first match, as {@link WebElement#getCssValue(String)} tells it; empty without a match. */
    public Optional<String> style(String selector, String property) {
        return elements(selector).stream()
                .findFirst()
                .flatMap(element -> asked(() -> Optional.ofNullable(element.getCssValue(property)), Optional.empty()));
    }

    /** The media type as which the browser shows the document, {@code application/pdf} for its viewer; empty if gone. */
    public String contentType() {
        return asked(() -> String.valueOf(session.driver().executeScript("return document.contentType")), "");
    }

    /** How many style sheets are in force: those of this origin that have rules, and others that came with success. */
    public int styleSheets() {
        List<String> came = session.log().resources().stream()
                .filter(some -> some.status() >= 200
                        && some.status() < 400
                        && some.mediaType().equals("text/css"))
                .map(some -> some.uri().toString())
                .toList();
        return asked(() -> PageScripts.styleSheets(session.driver(), came), 0);
    }

    /** All cookies that the browser keeps, whatever their host and path. */
    public List<BrowserCookie> cookies() {
        return jar.cookies();
    }

    /** As new: no cookies, storage or cache, one window, {@code about:blank}. */
    public void forget() {
        jar.empty();
    }

    /** The window as PNG; an empty array when the browser is gone. */
    public byte[] screenshot() {
        return asked(() -> session.driver().getScreenshotAs(OutputType.BYTES), new byte[0]);
    }

    /** Lets the page fetch an address itself, with cookies. Across origins the page gets only what CORS allows. */
    public FetchedInPage inPageFetch(URI uri) {
        return acts.fetch(uri);
    }

    /**
     * Lets only these methods, and no forbidden address, leave the browser until the guard is closed.
     *
     * @param methods upper case, such as {@code GET}, {@code HEAD}, {@code OPTIONS}
     * @param forbidden asked for each request and each hop, on another thread; what it throws counts as forbidden
     * @throws IllegalStateException when a guard is armed already
     */
    public WriteGuard guard(Set<String> methods, Predicate<URI> forbidden) {
        return session.guard(methods, forbidden, clock);
    }

    /** Family and version: "Chromium 156.0.8078.79". */
    public String version() {
        return version;
    }

    /** False once the browser is gone, by {@link #close()} or by itself. */
    public boolean alive() {
        return asked(
                () -> session.alive()
                        && session.tools()
                                .call("", "Browser.getVersion", Map.of())
                                .isPresent(),
                false);
    }

    /** Ends driver and browser and removes the profile. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.end();
        }
    }

    Session session() {
        return session;
    }

    private List<WebElement> elements(String selector) {
        return asked(() -> session.driver().findElements(By.cssSelector(selector)), List.of());
    }

    private <T> T asked(Supplier<T> question, T otherwise) {
        return session.ask(question, otherwise);
    }
}
