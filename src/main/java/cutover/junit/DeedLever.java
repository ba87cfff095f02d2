package cutover.junit;

import cutover.drill.Lever;
import cutover.twin.Deed;
import cutover.twin.Twin;
import java.util.List;

/**
 * Something that people do at the twin itself, where no vendor's interface stands between.
 *
 * @param undone where it stands while the deed is not done
 * @param done where it stands afterwards
 */
record DeedLever(String name, Twin twin, Deed deed, String undone, String done) implements Lever {

    @Override
    public List<String> positions() {
        return List.of(undone, done);
    }

    @Override
    public String position() {
        return twin.is(deed) ? done : undone;
    }

    @Override
    public String pull(String position) {
        twin.set(deed, position.equals(done));
        return position().equals(position) ? "done at the twin" : "the twin could not do it";
    }
}
