package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Signer;

/** Which build is deployed: it shows in the names of the compressed assets. */
final class Build {

    private final String expected;
    private final Switches faults;

    Build(String expected, Switches faults) {
        this.expected = expected;
        this.faults = faults;
    }

    /** Name of the compressed style sheet as it was deployed. */
    String css() {
        return "CACHE/css/" + deployed() + ".css";
    }

    /** Name of the style sheet as pages spell it; a page may be older than the assets. */
    String cssInPages() {
        return faults.on(Fault.STYLE_GONE) ? "CACHE/css/" + another("older") + ".css" : css();
    }

    String js() {
        return "CACHE/js/" + deployed() + ".js";
    }

    private String deployed() {
        return faults.on(Fault.WRONG_BUILD) ? another("other") : expected;
    }

    private String another(String which) {
        return new Signer(expected).digest(which, expected).substring(0, expected.length());
    }
}
