package cutover.twin.dns;

/** How a name server treats whoever asks it. */
public enum Manner {
    /** as it should */
    WELL,
    /** never answers, over neither transport */
    SILENT,
    /** answers over UDP; connections are accepted and never answered */
    SILENT_OVER_TCP,
    /** REFUSED to everything */
    REFUSING,
    /** SERVFAIL to everything */
    FAILING,
    /** NOERROR without authority and without data, as a server that was never given the zone */
    LAME,
    /** first an answer with another id, then the right one */
    FOREIGN_ID_FIRST,
    /** every answer over UDP is cut to nothing and says so; over TCP it is whole */
    TRUNCATING,
    /** the right id, then bytes that are no message */
    GARBAGE,
    /** cut over UDP; over TCP the longest message there can be is announced and dribbles in byte by byte */
    ENDLESS;

    /** Whether a resolver that asks again after odd packets, and over TCP, gets a usable answer in the end. */
    boolean answersInTheEnd() {
        return this != SILENT && this != GARBAGE && this != ENDLESS;
    }
}
