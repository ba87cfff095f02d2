package cutover.probe.browser;

import java.net.URI;

/**
 * One request that a page caused, besides the page itself and the window's {@code /favicon.ico}; a redirect makes one for
 * each hop.
 *
 * @param type as DevTools names it: Document (a frame), Stylesheet, Script, Image, Font, XHR, Fetch, Ping, …
 * @param status of the answer; 0 when the request failed or has no answer yet
 * @param mediaType as the browser understood the answer; empty without one
 * @param failure Chromium's error such as {@code net::ERR_CONNECTION_REFUSED}, or "blocked" with its reason, such as
 *     {@code mixed-content}; empty when there was none
 */
public record Resource(URI uri, String method, String type, int status, String mediaType, String failure) {

    Resource answered(String typeNow, int statusNow, String mediaTypeNow) {
        return new Resource(uri, method, typeNow, statusNow, mediaTypeNow, failure);
    }

    Resource failed(String why) {
        return new Resource(uri, method, type, 0, mediaType, why);
    }
}
