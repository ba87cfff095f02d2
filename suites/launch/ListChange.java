package launch;

import java.util.ArrayList;
import java.util.List;

/**
 * How a list is another than it was; its order means nothing.
 *
 * @param gone entries that it had and has no longer
 * @param added entries that it did not have
 */
record ListChange(List<String> gone, List<String> added) {

    static ListChange between(List<String> before, List<String> now) {
        return new ListChange(without(before, now), without(now, before));
    }

    boolean isNone() {
        return gone.isEmpty() && added.isEmpty();
    }

    /** One line for each kind of change. */
    String told() {
        List<String> lines = new ArrayList<>();
        if (!gone.isEmpty()) {
            lines.add("gone: " + String.join(", ", gone));
        }
        if (!added.isEmpty()) {
            lines.add("new: " + String.join(", ", added));
        }
        return String.join("\n", lines);
    }

    /** An entry that stands there twice must stand twice in the other list. */
    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return List.copyOf(left);
    }
}
