package cutover.runbook;

/** What a run says in the end. */
public enum Decision {
    GO("GO"),
    NO_GO("NO-GO"),
    /** Nothing is against it, but the run was narrowed and has not looked at everything. */
    PARTIAL("PARTIAL"),
    REHEARSAL_PASSED("REHEARSAL PASSED"),
    REHEARSAL_FAILED("REHEARSAL FAILED");

    private final String text;

    Decision(String text) {
        this.text = text;
    }

    /** The words for people. */
    public String text() {
        return text;
    }

    /** True for a NO-GO and a failed rehearsal. */
    public boolean isAgainst() {
        return this == NO_GO || this == REHEARSAL_FAILED;
    }
}
