package cutover.probe.browser;

import cutover.patience.Patience;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** What a person does on a page. */
final class Acts {

    private static final Patience UNTIL_REACHABLE = new Patience(Duration.ofMillis(500), Duration.ofMillis(50));

    private final Session session;

    Acts(Session session) {
        this.session = session;
    }

    Acted fill(String selector, String text) {
        return act(selector, element -> {
            element.clear();
            element.sendKeys(text);
        });
    }

    Acted click(String selector) {
        Acted acted = act(selector, WebElement::click);
        if (acted.done() && !session.settle()) {
            return new Acted.TimedOut(after(selector));
        }
        return acted.done() && !session.alive() ? new Acted.Broken("the browser is gone") : acted;
    }

    FetchedInPage fetch(URI uri) {
        Optional<Map<?, ?>> told =
                session.ask(() -> Optional.of(PageScripts.fetch(session.driver(), uri.toString())), Optional.empty());
        if (told.isEmpty()) {
            return FetchedInPage.failed("the browser gave no answer");
        }
        Map<?, ?> answer = told.get();
        byte[] bytes = Base64.getDecoder().decode(PageScripts.text(answer.get("data")));
        return new FetchedInPage(
                PageScripts.number(answer.get("status")),
                PageScripts.text(answer.get("type")),
                bytes,
                PageScripts.text(answer.get("detail")));
    }

    private Acted act(String selector, Consumer<WebElement> what) {
        if (!session.alive()) {
            return new Acted.Broken("the browser is gone");
        }
        Try first = once(selector, what);
        // an element may come with a request that is under way; once the page is quiet, none will
        Try next = first.acted instanceof Acted.Missing && session.settle() ? once(selector, what) : first;
        return next.mayPass ? reached(selector, what) : next.acted;
    }

    /** Something may lie over an element, or hide it, for a moment only. */
    private Acted reached(String selector, Consumer<WebElement> what) {
        return UNTIL_REACHABLE
                .waitFor("the element to be reachable", () -> once(selector, what), some -> !some.mayPass)
                .last()
                .map(some -> some.acted)
                .orElseThrow();
    }

    private Try once(String selector, Consumer<WebElement> what) {
        try {
            List<WebElement> elements = session.driver().findElements(By.cssSelector(selector));
            if (elements.isEmpty()) {
                return new Try(new Acted.Missing(selector), false);
            }
            what.accept(elements.get(0));
            return new Try(new Acted.Done(), false);
        } catch (InvalidSelectorException e) {
            throw new IllegalArgumentException("not a CSS selector: " + selector, e);
        } catch (StaleElementReferenceException | InvalidElementStateException e) {
            return new Try(new Acted.Broken(selector + ": " + Words.first(e)), true);
        } catch (TimeoutException e) {
            session.stop();
            return new Try(new Acted.TimedOut(after(selector)), false);
        } catch (WebDriverException | UncheckedIOException e) {
            // a page that cannot be had is for the next look to tell: the click itself was done
            boolean page = !Words.code(e).isEmpty();
            return new Try(page ? new Acted.Done() : new Acted.Broken(selector + ": " + Words.first(e)), false);
        }
    }

    private static String after(String selector) {
        return "the page after acting on " + selector;
    }

    private record Try(Acted acted, boolean mayPass) {}
}
