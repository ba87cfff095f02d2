package cutover.drill;

import cutover.config.Default;
import cutover.config.Doc;

/**
 * Something that breaks. One of the two names it.
 *
 * @param fault as the list of faults names it, such as {@code database-down}
 * @param side {@code new} or {@code old}: whose fault it is
 * @param harm what befalls the live data, such as {@code reference-broken}
 */
public record Break(
        @Doc("Name of a fault, as in src/docs/faults.md, in small letters with hyphens") @Default("")
        String fault,

        @Doc("Whose fault it is: new or old") @Default("new")
        String side,

        @Doc("Instead of a fault, what befalls the live data: rows-missing, reference-broken, …") @Default("")
        String harm) {

    public Break {
        if (fault.isBlank() == harm.isBlank()) {
            throw new IllegalArgumentException("what breaks is either a fault or a harm to the data, and one of them");
        }
        if (!side.equals("new") && !side.equals("old")) {
            throw new IllegalArgumentException("a fault is that of the new or the old side, not \"" + side + "\"");
        }
    }

    /** For people. */
    public String told() {
        return harm.isBlank() ? fault + " on the " + side + " side" : "the live data: " + harm;
    }
}
