package cutover.twin.twilio;

import cutover.twin.web.WebResponse;
import java.util.Optional;

/**
 * Something that went wrong with an address of the customer's.
 *
 * @param level {@code error} or {@code warning}
 * @param request that was sent
 * @param response that came, if any did
 * @param detail what a parser said; empty for nothing
 */
record Trouble(Mishap mishap, String level, Sent request, Optional<WebResponse> response, String detail) {

    /** A request of the vendor's, with the fields of its form. */
    record Sent(String method, String url, Form fields) {}

    static Trouble of(Mishap mishap, Sent request) {
        return new Trouble(mishap, mishap.error() ? "error" : "warning", request, Optional.empty(), "");
    }

    Trouble with(WebResponse answer) {
        return new Trouble(mishap, level, request, Optional.of(answer), detail);
    }

    Trouble with(String words) {
        return new Trouble(mishap, level, request, response, words);
    }

    /** The same, by the name that it has elsewhere. */
    Trouble as(Mishap other) {
        return new Trouble(other, of(other, request).level(), request, response, detail);
    }

    Trouble at(String otherLevel) {
        return new Trouble(mishap, otherLevel, request, response, detail);
    }
}
