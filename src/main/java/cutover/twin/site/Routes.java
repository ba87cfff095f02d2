package cutover.twin.site;

import java.util.List;
import java.util.Optional;

/** All addresses of the application; the first pattern that fits wins. */
record Routes(List<Route> all) {

    /** A route with the variable parts of the path that it fits. */
    record Match(Route route, List<String> parts) {}

    Routes {
        all = List.copyOf(all);
    }

    Optional<Match> match(String path) {
        return all.stream()
                .flatMap(route -> route.match(path).map(parts -> new Match(route, parts)).stream())
                .findFirst();
    }

    /** Whether the address exists only with a slash at its end. */
    boolean wantsSlash(String path) {
        return !path.endsWith("/") && match(path).isEmpty() && match(path + "/").isPresent();
    }
}
