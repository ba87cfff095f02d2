package cutover.probe.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** The few questions that only a script in the page can answer. */
final class PageScripts {

    private static final String SNAPSHOT = """
            const entry = performance.getEntriesByType('navigation')[0];
            return [location.href, document.title, document.documentElement ? document.documentElement.outerHTML : '',
                    entry && entry.responseStatus || 0];
            """;
    private static final String TEXTS =
            "return arguments[0].map(e => ('innerText' in e ? e.innerText : e.textContent || '').trim());";
    private static final String STYLE_SHEETS = """
            const came = arguments[0];
            return [...document.styleSheets].filter(sheet => {
              try {
                return sheet.cssRules.length > 0;
              } catch (e) {
                return came.includes(sheet.href);
              }
            }).length;
            """;
    private static final String FETCH = """
            const done = arguments[arguments.length - 1];
            (async () => {
              const answer = await fetch(arguments[0], {credentials: 'include'});
              const blob = await answer.blob();
              const reader = new FileReader();
              reader.onload = () => done({status: answer.status, type: answer.headers.get('content-type') || '',
                                          data: reader.result.substring(reader.result.indexOf(',') + 1)});
              reader.onerror = () => done({status: 0, detail: String(reader.error)});
              reader.readAsDataURL(blob);
            })().catch(e => done({status: 0, detail: String(e)}));
            """;

    private PageScripts() {}

    static Snapshot snapshot(JavascriptExecutor page) {
        List<?> told = (List<?>) page.executeScript(SNAPSHOT);
        return new Snapshot(text(told.get(0)), text(told.get(1)), text(told.get(2)), number(told.get(3)));
    }

    static List<String> texts(JavascriptExecutor page, List<WebElement> elements) {
        List<?> told = (List<?>) page.executeScript(TEXTS, elements);
        return told.stream().map(PageScripts::text).toList();
    }

    static int styleSheets(JavascriptExecutor page, List<String> came) {
        return number(page.executeScript(STYLE_SHEETS, came));
    }

    /** status, type and data (base64), or status 0 and detail. */
    static Map<?, ?> fetch(JavascriptExecutor page, String address) {
        return (Map<?, ?>) page.executeAsyncScript(FETCH, address);
    }

    static String text(Object told) {
        return told == null ? "" : told.toString();
    }

    static int number(Object told) {
        return told instanceof Number ? ((Number) told).intValue() : 0;
    }

    record Snapshot(String url, String title, String html, int status) {}
}
