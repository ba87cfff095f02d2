package cutover.runbook;

/** How a step can be verified. */
public enum How {
    /** Observed from outside or through a provider's API. */
    AUTO,
    /** A person records who, when and what was seen. */
    SIGN_OFF,
    /** A part is observed, the rest signed off. */
    BOTH;

    /** The name as written in files and shown to people: {@code auto}, {@code sign-off}, {@code both}. */
    public String key() {
        return this == SIGN_OFF ? "sign-off" : this == AUTO ? "auto" : "both";
    }
}
