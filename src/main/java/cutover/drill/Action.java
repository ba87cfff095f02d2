package cutover.drill;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;

/**
 * One thing that is done on the way back.
 *
 * @param act what a person does, in words that can be followed at night
 * @param lever empty for something that only a person can do
 * @param to where the lever has to stand
 * @param after levers that must have been moved before; doing it earlier does harm
 * @param seenBy steps of the phase {@code rolledback} that tell that it was done
 */
public record Action(
        @Doc("What a person does, in words that can be followed at night")
        String act,

        @Doc("Name of what is moved; leave it out where a person's part has none") @Default("")
        String lever,

        @Doc("Where it has to stand") @Default("") String to,

        @Doc("What must have been moved before; the other way round does harm") @Default("[]")
        List<String> after,

        @Doc("Steps of the phase rolledback that tell that it was done") @Default("[]")
        List<String> seenBy) {

    public Action {
        if (act.isBlank()) {
            throw new IllegalArgumentException("an action says what a person does");
        }
        if (lever.isBlank() != to.isBlank()) {
            throw new IllegalArgumentException("lever and to belong together: \"" + act + "\"");
        }
        after = List.copyOf(after);
        seenBy = List.copyOf(seenBy);
    }

    /** For people: the lever and where it goes. */
    String told() {
        return lever.isBlank() ? act : lever + " to " + to;
    }
}
