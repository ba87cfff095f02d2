package frontdoor;

/** What a resolver tells of a name that moves; of several answers, the later in this list counts. */
enum Told {
    /** exactly what this phase expects */
    NEW("the new records of %s are told by"),
    /** exactly what another phase expects */
    OLD("the old records of %s are still told by"),
    /** parts of both */
    MIXED("old and new records of %s are told side by side by"),
    /** that there is nothing, although there is */
    NEGATIVE("that there is no %s is still remembered by"),
    /** what no phase expects */
    OTHER("records of %s that nobody expects are told by"),
    /** the right records of a signed zone, without a word that they were verified */
    UNVERIFIED("the signatures of %s are not verified by"),
    /** SERVFAIL or another error */
    FAILED("questions about %s fail at"),
    /** our questions are refused */
    REFUSED("our questions about %s are refused by"),
    /** no answer */
    SILENT("questions about %s are not answered by"),
    /** nothing left this machine */
    NOT_ASKED("questions about %s could not be sent from here to");

    private final String sentence;

    Told(String sentence) {
        this.sentence = sentence;
    }

    /** About names; whoever it is follows. */
    String sentence(String name) {
        return sentence.formatted(name);
    }

    /** Time may mend it. */
    boolean lags() {
        return this == OLD || this == MIXED || this == NEGATIVE;
    }

    /** An answer came, whatever it says. */
    boolean heard() {
        return this != SILENT && this != NOT_ASKED;
    }
}
