package launch;

import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.patience.Durations;
import cutover.probe.browser.PageObservation;

/** Words for what a browser showed. */
final class Pages {

    private Pages() {}

    /** True, with a finding added, when the browser itself broke: that says nothing about the site. */
    static boolean broken(PageObservation seen, Findings findings) {
        boolean broken = seen.trouble() == PageObservation.Trouble.BROKEN;
        if (broken) {
            findings.add(Finding.unknown("the browser broke while it opened " + seen.asked())
                    .expected("a browser that lives as long as the step")
                    .because(seen.detail().isEmpty() ? "its session is gone" : seen.detail())
                    .toDo("run again; if it happens again, give the machine more memory"));
        }
        return broken;
    }

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
