package cutover.runbook;

import java.util.Optional;

/**
 * The build that a sign-off was given for, beside the one that a run is about. What nobody has seen is no change.
 *
 * @param demanded the build that the environment demanded in the run; empty where it demanded none
 * @param seen what the run saw
 */
record SignedBuild(SignOff signOff, String demanded, BuildsSeen seen) {

    /** Why it is about another build; empty while it is about this one, or nothing says otherwise. */
    Optional<String> change() {
        if (seen.isKnown() && !signed().isEmpty() && !isSeen()) {
            return Optional.of(" for build " + signed() + " (" + witness() + "), and this run saw " + seen.told());
        }
        if (!demanded.isEmpty()
                ? !signed().equals(demanded)
                : nobodySaw() && !signOff.release().isEmpty()) {
            return Optional.of(otherDemand());
        }
        return Optional.empty();
    }

    /** What is not known although it holds; empty where all is, or where nobody could know in the sign-off's time. */
    String doubt() {
        if (!signOff.build().isEmpty() && !seen.isKnown()) {
            return " (for build " + signOff.build() + "; which one runs now this run could not see)";
        }
        return signed().isEmpty() && seen.isKnown()
                ? " (for no build in particular; this run saw " + seen.told() + ")"
                : "";
    }

    private String signed() {
        return signOff.build().isEmpty() ? signOff.release() : signOff.build();
    }

    private String witness() {
        return signOff.build().isEmpty() ? "demanded then" : "seen then";
    }

    private boolean isSeen() {
        return seen.only().filter(signed()::equals).isPresent();
    }

    private boolean nobodySaw() {
        return signOff.build().isEmpty() && !seen.isKnown();
    }

    private String otherDemand() {
        return signOff.build().isEmpty()
                ? " for " + named(signOff.release()) + ", and this run is about " + named(demanded)
                : " for build " + signOff.build() + " (seen then), and the environment demands build " + demanded;
    }

    private static String named(String release) {
        return release.isEmpty() ? "no release in particular" : "release " + release;
    }
}
