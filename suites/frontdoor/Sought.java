package frontdoor;

import cutover.probe.dns.Resource;
import java.util.List;

/**
 * What became of a look-up.
 *
 * @param name the last one on the way along the aliases
 * @param records of the type that was looked for; none unless found
 * @param detail in words
 */
record Sought(Kind kind, String name, List<Resource> records, String detail) {

    /** How it ended. */
    enum Kind {
        FOUND,
        NOTHING_OF_THE_TYPE,
        NO_SUCH_NAME,
        /** nobody answers for the name with authority */
        NOBODY_ANSWERS,
        /** too long a way */
        UNTOLD
    }

    Sought {
        records = List.copyOf(records);
    }

    static Sought none(Kind kind, String name, String detail) {
        return new Sought(kind, name, List.of(), detail);
    }

    boolean found() {
        return kind == Kind.FOUND;
    }
}
