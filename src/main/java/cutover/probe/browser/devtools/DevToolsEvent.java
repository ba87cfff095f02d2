package cutover.probe.browser.devtools;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something the browser told unasked.
 *
 * @param session which attached target told it; empty for the browser itself
 * @param method such as {@code Network.requestWillBeSent}
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
public record DevToolsEvent(String session, String method, JsonNode params) {}
