package cutover.probe.browser;

import cutover.patience.Patience;
import cutover.probe.browser.devtools.DevTools;
import cutover.probe.browser.devtools.DevToolsEvent;
import cutover.probe.browser.devtools.Targets;
import cutover.probe.browser.devtools.Targets.Target;
import cutover.probe.browser.find.BrowserSettings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The parts of one running browser, and whether it still runs. */
final class Session {

    private static final Duration LOOKS = Duration.ofMillis(10);
    private static final int QUIET_LOOKS = 5;
    private static final Duration STRAGGLERS = Duration.ofSeconds(2);

    private final Started started;
    private final DevTools tools;
    private final Targets targets;
    private final BrowserSettings settings;
    private final PageLog log;
    private volatile String window = "";
    private WriteGuard armed;
    private final AtomicBoolean dead = new AtomicBoolean();

    Session(Started started, DevTools tools, Targets targets, BrowserSettings settings) {
        this.started = started;
        this.tools = tools;
        this.targets = targets;
        this.settings = settings;
        this.log = new PageLog(targets);
    }

    /** Attaches; false when the browser does not let us. */
    boolean begin() {
        tools.listen(log);
        tools.listen(this::dismiss);
        tools.whenLost(why -> perish());
        return targets.attach() && follow();
    }

    /** A page that asks something would wait for an answer for ever; leaving one is always agreed to. */
    private void dismiss(DevToolsEvent event) {
        if (event.method().equals("Page.javascriptDialogOpening")) {
            boolean leaving = event.params().path("type").asText().equals("beforeunload");
            tools.send(event.session(), "Page.handleJavaScriptDialog", Map.of("accept", leaving));
        }
    }

    /** Observes the window that the driver is in now. */
    boolean follow() {
        window = driver().getWindowHandle();
        try {
            targets.ready(window).get(settings.act().toMillis(), TimeUnit.MILLISECONDS);
            log.follow(window);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until the page is loaded, nothing is under way and nothing more was heard for a moment; requests that do not
     * end are given two seconds.
     *
     * @return false when the page itself still loads after its limit
     */
    boolean settle() {
        tools.call("", "Browser.getVersion", Map.of());
        Supplier<PageLog.Pulse> look = new Listening(log)::pulse;
        Optional<PageLog.Pulse> last = new Patience(settings.pageLoad(), LOOKS)
                .waitFor("the page to load", look, pulse -> !pulse.loading() || stopped(pulse))
                .last();
        if (last.isEmpty() || last.get().loading()) {
            return false;
        }
        Listening listening = new Listening(log);
        new Patience(STRAGGLERS, LOOKS)
                .waitFor("the page to be quiet", listening::pulse, pulse -> stopped(pulse) || listening.quiet());
        return true;
    }

    /** Gives up on a page that does not finish loading, so that the next command is not kept waiting for it. */
    void stop() {
        at(window).ifPresent(target -> tools.send(target.session(), "Page.stopLoading", Map.of()));
    }

    /** Asks the driver; the other answer when the browser is gone or refuses. */
    <T> T ask(Supplier<T> question, T otherwise) {
        if (!alive()) {
            return otherwise;
        }
        try {
            return question.get();
        } catch (InvalidSelectorException e) {
            throw new IllegalArgumentException("not a CSS selector: " + Words.first(e), e);
        } catch (WebDriverException | UncheckedIOException e) {
            return otherwise;
        }
    }

    void agent(String userAgent) {
        targets.agent(userAgent);
    }

    WriteGuard guard(Set<String> methods, Predicate<URI> forbidden, Clock clock) {
        if (armed != null && armed.armed() && alive()) {
            throw new IllegalStateException("this browser is guarded already; close that guard first");
        }
        SocketsShut sockets = new SocketsShut(tools, targets, settings.pageLoad());
        WriteGuard guard = WriteGuard.arm(tools, sockets, methods, forbidden, clock);
        if (!guard.held()) {
            perish();
        }
        armed = guard;
        return guard;
    }

    /** Drops cache and storage of all origins that were seen, and observes the window that is in front now. */
    void forgetPages() {
        if (!alive() || !ask(this::follow, false)) {
            return;
        }
        at(window).ifPresent(target -> {
            tools.call(target.session(), "Network.clearBrowserCache", Map.of());
            for (String origin : log.origins()) {
                tools.call(
                        target.session(),
                        "Storage.clearDataForOrigin",
                        Map.of("origin", origin, "storageTypes", "all"));
            }
        });
        log.clear();
    }

    private Optional<Target> at(String id) {
        return targets.all().stream().filter(target -> target.id().equals(id)).findFirst();
    }

    private boolean stopped(PageLog.Pulse pulse) {
        return pulse.crashed() || !alive();
    }

    /** Ends the browser at once: what cannot be guarded must not run. */
    private void perish() {
        dead.set(true);
        started.kill();
    }

    void end() {
        dead.set(true);
        tools.close();
        new Ending(started).end();
    }

    boolean alive() {
        return !dead.get() && tools.alive() && started.answers();
    }

    Started started() {
        return started;
    }

    RemoteWebDriver driver() {
        return started.driver();
    }

    DevTools tools() {
        return tools;
    }

    Targets targets() {
        return targets;
    }

    PageLog log() {
        return log;
    }

    /** Counts the looks in a row at which the page was quiet and nothing new was heard. */
    private static final class Listening {

        private final PageLog log;
        private long heard = -1;
        private int looks;

        Listening(PageLog log) {
            this.log = log;
        }

        PageLog.Pulse pulse() {
            PageLog.Pulse pulse = log.pulse();
            looks = pulse.quiet() && pulse.heard() == heard ? looks + 1 : 0;
            heard = pulse.heard();
            return pulse;
        }

        boolean quiet() {
            return looks >= QUIET_LOOKS;
        }
    }
}
