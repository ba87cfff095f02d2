package cutover.runbook;

/** How one attempt of one test ended. */
public enum Outcome {
    /** All it looked at is as expected. */
    MET,
    /** Something is not as expected. */
    UNMET,
    /** It could not tell, for a reason of its own. */
    UNKNOWN,
    /** It was not started. */
    SKIPPED,
    /** It gave up on an assumption. */
    ABORTED,
    /** The test itself failed, or was killed before it could say anything. */
    BROKEN;

    /** What the outcome says about the step; own trouble says nothing about the target. */
    State state() {
        return switch (this) {
            case MET -> State.MET;
            case UNMET -> State.UNMET;
            case UNKNOWN, ABORTED, BROKEN -> State.UNKNOWN;
            case SKIPPED -> State.SKIPPED;
        };
    }
}
