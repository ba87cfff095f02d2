package cutover.runbook;

/** What is known about a step at the end of a run; the earlier constant beats the later one when they meet. */
public enum State {
    UNMET("not met"),
    UNKNOWN("could not tell"),
    /** Met only after an earlier attempt of the same test in this run had failed. */
    FLAKY("met only on a repeat"),
    SKIPPED("skipped"),
    /** A test exists and did not run, perhaps because the step comes after one that is unmet. */
    NOT_RUN("not run"),
    /** A person's word for it does not count any more. */
    STALE("its sign-off is stale"),
    NOT_SIGNED_OFF("not signed off"),
    /** No test exists. */
    NOT_VERIFIED_YET("not verified yet"),
    MET("met");

    private final String text;

    State(String text) {
        this.text = text;
    }

    /** The words for people. */
    public String text() {
        return text;
    }

    State or(State other) {
        return ordinal() <= other.ordinal() ? this : other;
    }
}
