package cutover.runbook;

/** Why something stands in the way of a GO; the order is the order in which to deal with it. */
public enum Weight {
    /** The journal cannot be relied on, so nothing in it counts. */
    EVIDENCE,
    UNMET,
    /** The run was ended from outside. */
    UNFINISHED,
    UNKNOWN,
    FLAKY,
    SKIPPED,
    NOT_RUN,
    STALE,
    NOT_SIGNED_OFF,
    NOT_VERIFIED_YET,
    /** The run was told to look at less than the phase has. */
    NARROWED,
    /** Not met, and somebody answers for going on all the same. */
    WAIVED,
    /** About a step that blocks nothing, or does not belong to the phase. */
    ADVISORY;

    /** Whether one such reason is enough to decide against. */
    public boolean isDecisive() {
        return compareTo(NARROWED) < 0;
    }

    static Weight of(State state) {
        return switch (state) {
            case UNMET -> UNMET;
            case UNKNOWN -> UNKNOWN;
            case FLAKY -> FLAKY;
            case SKIPPED -> SKIPPED;
            case NOT_RUN -> NOT_RUN;
            case STALE -> STALE;
            case NOT_SIGNED_OFF -> NOT_SIGNED_OFF;
            case NOT_VERIFIED_YET -> NOT_VERIFIED_YET;
            case MET -> throw new IllegalArgumentException("a met step is no reason against anything");
        };
    }
}
