package launch;

import cutover.patience.Durations;
import cutover.probe.browser.PageObservation;

/** Words for what a browser showed. */
final class Pages {

    private Pages() {}

    /** "404", or what kept the page away. */
    static String status(PageObservation seen) {
        return seen.trouble() == PageObservation.Trouble.NONE ? String.valueOf(seen.status()) : words(seen.trouble());
    }

    /** One line: where the browser ended, with which status and title, after how long. */
    static String told(PageObservation seen) {
        return status(seen) + " at " + seen.uri() + ", title \"" + seen.title() + "\", after "
                + Durations.told(seen.took())
                + (seen.detail().isEmpty() ? "" : "\n" + seen.detail());
    }

    private static String words(PageObservation.Trouble trouble) {
        return switch (trouble) {
            case NONE -> "a page";
            case UNREACHABLE -> "no answer";
            case UNTRUSTED -> "a certificate warning";
            case TIMED_OUT -> "no complete page in time";
            case BLOCKED -> "blocked by the write guard";
            case BROKEN -> "a broken browser session";
        };
    }
}
