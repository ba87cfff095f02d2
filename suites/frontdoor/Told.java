package frontdoor;

/** What a resolver tells of a name that moves; of several answers, the later in this list counts. */
enum Told {
    /** exactly what this phase expects */
    NEW("have the new records of %s"),
    /** exactly what another phase expects */
    OLD("still tell the old records of %s"),
    /** parts of both */
    MIXED("tell old and new records of %s side by side"),
    /** that there is nothing, although there is */
    NEGATIVE("still remember that there is no %s"),
    /** what no phase expects */
    OTHER("tell records of %s that nobody expects"),
    /** the right records of a signed zone, without a word that they were verified */
    UNVERIFIED("do not verify the signatures of %s, although they are known to verify"),
    /** SERVFAIL or another error */
    FAILED("fail on %s"),
    /** our questions are refused */
    REFUSED("refuse our questions about %s"),
    /** no answer */
    SILENT("do not answer about %s"),
    /** nothing left this machine */
    NOT_ASKED("could not be asked about %s from here");

    private final String sentence;

    Told(String sentence) {
        this.sentence = sentence;
    }

    /** What several resolvers do, about a name. */
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
