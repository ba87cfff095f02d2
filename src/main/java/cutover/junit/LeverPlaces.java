package cutover.junit;

import cutover.drill.Lever;
import java.util.List;

/** The levers of the twin with the places at which they can stand, known without any twin; a test holds it to them. */
final class LeverPlaces {

    private LeverPlaces() {}

    /** Levers that can be named and not moved. */
    static List<Lever> all() {
        return List.of(
                new Place("old-name", "old", "new"),
                new Place("new-names", "old", "new"),
                new Place("phone", "old", "new"),
                new Place("mail", "old", "new"),
                new Place("monitor", "old", "new"),
                new Place("old-app", "on", "off"),
                new Place("old-tasks", "on", "off"),
                new Place("new-tasks", "on", "off"),
                new Place("database-name", "public", "private"),
                new Place("new-host", "serves", "redirects"),
                new Place("own-address", "open", "shut"),
                new Place("old-domain", "there", "gone"),
                new Place("old-credentials", "stale", "current"),
                new Place("old-code", "before-migration", "moved-on"),
                new Place("database-port", "open", "shut"),
                new Place("media-user", "there", "gone"),
                new Place("copy", "none", "restored"),
                new Place("database", "as-it-was", "restored"),
                new Place("documents", "broken", "sound"));
    }

    private record Place(String name, List<String> positions) implements Lever {

        Place(String name, String... positions) {
            this(name, List.of(positions));
        }

        @Override
        public String position() {
            return "nobody knows where, nothing was asked";
        }

        @Override
        public String pull(String position) {
            throw new IllegalStateException(name + " is not moved where drills are only planned");
        }
    }
}
