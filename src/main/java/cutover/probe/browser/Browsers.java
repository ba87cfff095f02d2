package cutover.probe.browser;

import cutover.probe.browser.devtools.DevTools;
import cutover.probe.browser.devtools.Targets;
import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSearch;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.lease.Leases;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openqa.selenium.WebDriverException;

/**
 * Opens browser sessions for one environment. The browser is looked for once, when the first session is opened; sessions may
 * be opened by several threads. Firefox is not driven: it takes neither pins nor the write guard.
 */
public final class Browsers {

    private final BrowserSettings settings;
    private final SessionPlan plan;
    private final BrowserFinder finder;
    private final Clock clock;
    private final Launch launch;
    private final HttpClient sockets = HttpClient.newHttpClient();
    private Optional<BrowserSearch> search = Optional.empty();

    /** @param leases where profiles are made, and noted for the case that this run is killed */
    public Browsers(BrowserSettings settings, SessionPlan plan, BrowserFinder finder, Leases leases, Clock clock) {
        this.settings = settings;
        this.plan = plan;
        this.finder = finder;
        this.clock = clock;
        this.launch = new Launch(settings, plan, leases);
    }

    /** A new session without cookies or history, or why there is none; in half a second where a browser is installed. */
    public Opened open() {
        return search().fold(
                        this::open,
                        none -> new Opened.Unavailable(
                                none.sentence(), String.join("; ", none.tried()), none.command()));
    }

    private synchronized BrowserSearch search() {
        if (search.isEmpty()) {
            search = Optional.of(finder.find(settings));
        }
        return search.get();
    }

    private Opened open(BrowserSearch.Found found) {
        if (!found.kind().speaksDevTools()) {
            return new Opened.Unavailable(
                    "the only browser that can be driven here is "
                            + found.kind().title(),
                    "it takes neither pins nor the write guard (" + found.how() + ")",
                    "install Chrome or Chromium with its driver, or name a Grid with -Dbrowser.grid=…");
        }
        try {
            return observed(found, launch.start(found));
        } catch (WebDriverException e) {
            return new Opened.Unavailable(
                    "the browser does not start (" + found.how() + ")", Words.first(e), tryOut(found));
        }
    }

    private Opened observed(BrowserSearch.Found found, Started started) {
        Optional<DevTools> tools = Optional.ofNullable(
                        started.driver().getCapabilities().getCapability("se:cdp"))
                .flatMap(address -> DevTools.connect(sockets, URI.create(address.toString()), settings.act()));
        Optional<Browser> browser = tools.flatMap(socket -> attached(found, started, socket));
        if (browser.isEmpty()) {
            tools.ifPresent(DevTools::close);
            new Ending(started).end();
            return new Opened.Unavailable(
                    "the browser cannot be observed (" + found.how() + ")",
                    "its DevTools address does not answer",
                    tryOut(found));
        }
        return new Opened.Ready(browser.get());
    }

    private Optional<Browser> attached(BrowserSearch.Found found, Started started, DevTools tools) {
        return tools.call("", "Browser.getVersion", Map.of()).flatMap(told -> {
            String own = told.path("userAgent").asText();
            String agent = plan.agentSuffix().isEmpty() ? "" : own + " " + plan.agentSuffix();
            String product = told.path("product").asText().replaceFirst(".*/", "");
            Targets targets = new Targets(tools, agent);
            Session session = new Session(started, tools, targets, settings);
            return session.begin()
                    ? Optional.of(new Browser(session, found.kind().title() + " " + product, own, clock))
                    : Optional.empty();
        });
    }

    private static String tryOut(BrowserSearch.Found found) {
        return found.binary()
                .map(binary -> binary + " --headless=new --no-sandbox --dump-dom about:blank")
                .orElseGet(() -> "curl -s " + found.grid().orElseThrow() + "/status");
    }

    /** How opening a session ended. */
    public sealed interface Opened {

        /** Applies the function for the case at hand. */
        <T> T fold(Function<Ready, T> ready, Function<Unavailable, T> unavailable);

        /** @param browser to be closed by whoever asked for it */
        record Ready(Browser browser) implements Opened {
            @Override
            public <T> T fold(Function<Ready, T> ready, Function<Unavailable, T> unavailable) {
                return ready.apply(this);
            }
        }

        /**
         * @param sentence what is missing
         * @param because what was tried and how it ended
         * @param toDo the exact command to run
         */
        record Unavailable(String sentence, String because, String toDo) implements Opened {
            @Override
            public <T> T fold(Function<Ready, T> ready, Function<Unavailable, T> unavailable) {
                return unavailable.apply(this);
            }
        }
    }
}
