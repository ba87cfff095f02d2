package cutover.drill;

import java.util.List;

/** One thing that people change on the way back, with the places at which it can stand. */
public interface Lever {

    /** As drills name it, for instance {@code old-name}. */
    String name();

    /** The places at which it can stand, as drills name them. */
    List<String> positions();

    /**
     * Where it stands, read back from whoever knows it, not remembered.
     *
     * @return one of the positions, or words that say why nobody knows
     */
    String position();

    /**
     * Moves it.
     *
     * @param position one of its positions
     * @return what was done, or what the other side answered when it did not want to; whether it stands there now,
     *     {@link #position()} tells
     */
    String pull(String position);
}
