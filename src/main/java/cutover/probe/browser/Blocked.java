package cutover.probe.browser;

import java.net.URI;
import java.time.Instant;

/**
 * One request that the write guard stopped before it left the browser.
 *
 * @param method of the request; "WEBSOCKET" or "WEBTRANSPORT" for a connection over which anything could be written
 * @param forbiddenPath true when the address was forbidden, false when the method was
 */
public record Blocked(String method, URI uri, boolean forbiddenPath, Instant at) {}
