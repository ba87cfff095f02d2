package cutover.probe.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What the browser keeps from page to page. */
final class Jar {

    private final Session session;

    Jar(Session session) {
        this.session = session;
    }

    List<BrowserCookie> cookies() {
        List<BrowserCookie> cookies = new ArrayList<>();
        session.tools()
                .call("", "Storage.getCookies", Map.of())
                .ifPresent(told -> told.path("cookies").forEach(cookie -> cookies.add(cookie(cookie))));
        return List.copyOf(cookies);
    }

    void empty() {
        session.ask(this::freshWindow, false);
        session.tools().call("", "Storage.clearCookies", Map.of());
        session.forgetPages();
    }

    /** Only a new window has no session storage and no history. */
    private boolean freshWindow() {
        RemoteWebDriver driver = session.driver();
        Set<String> before = driver.getWindowHandles();
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        for (String old : before) {
            driver.switchTo().window(old).close();
        }
        driver.switchTo().window(fresh);
        return true;
    }

    private static BrowserCookie cookie(JsonNode told) {
        double expires = told.path("expires").asDouble(-1);
        Optional<Instant> until =
                expires < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Math.round(expires * 1_000)));
        return new BrowserCookie(
                told.path("name").asText(),
                told.path("value").asText(),
                told.path("domain").asText(),
                told.path("path").asText(),
                told.path("secure").asBoolean(),
                told.path("httpOnly").asBoolean(),
                told.path("sameSite").asText(""),
                until);
    }
}
