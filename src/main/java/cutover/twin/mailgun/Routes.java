package cutover.twin.mailgun;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The account's routes in one region: those of the start, as changed, and those that were created. */
final class Routes {

    private final Supplier<List<Route>> given;
    private final Map<String, Optional<Route>> changed = new HashMap<>();
    private final Map<String, Route> created = new LinkedHashMap<>();

    Routes(Supplier<List<Route>> given) {
        this.given = given;
    }

    /** By priority; routes of the same priority in the order of their creation. */
    synchronized List<Route> all() {
        List<Route> all = new ArrayList<>();
        given.get()
                .forEach(route ->
                        changed.getOrDefault(route.id(), Optional.of(route)).ifPresent(all::add));
        all.addAll(created.values());
        all.sort(Comparator.comparingInt(Route::priority));
        return all;
    }

    synchronized Optional<Route> find(String id) {
        return all().stream().filter(route -> route.id().equals(id)).findFirst();
    }

    synchronized void create(Route route) {
        created.put(route.id(), route);
    }

    /** Replaces the route of the same id. */
    synchronized void update(Route route) {
        if (created.containsKey(route.id())) {
            created.put(route.id(), route);
        } else {
            changed.put(route.id(), Optional.of(route));
        }
    }

    synchronized void delete(String id) {
        if (created.remove(id) == null) {
            changed.put(id, Optional.empty());
        }
    }

    synchronized void clear() {
        changed.clear();
        created.clear();
    }
}
