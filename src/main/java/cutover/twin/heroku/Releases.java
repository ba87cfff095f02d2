package cutover.twin.heroku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Code and configuration that ran, and run, in the application: each change of either is a release. */
final class Releases {

    private static final Map<String, String> GIVEN =
            Map.of("DJANGO_SETTINGS_MODULE", "project.settings.prod", "MAINTAINERS", "team");

    private final List<Release> all = new ArrayList<>();

    private record Release(int version, String description, String commit, Map<String, String> config) {

        String id() {
            return String.format("00000000-0000-4000-8000-%012d", version);
        }
    }

    Releases() {
        asGiven();
    }

    /** The code from before the move, then the code that knows of it. */
    synchronized void asGiven() {
        all.clear();
        all.add(new Release(41, "Deploy 3f2a9c1", "3f2a9c1", GIVEN));
        all.add(new Release(42, "Deploy 8d0b7e5", "8d0b7e5", GIVEN));
    }

    /** The code that runs now. */
    synchronized String commit() {
        return current().commit();
    }

    synchronized Map<String, String> config() {
        return current().config();
    }

    /** @param changes an empty value takes a variable away */
    synchronized void configure(Map<String, Optional<String>> changes) {
        Map<String, String> config = new TreeMap<>(config());
        changes.forEach(
                (name, value) -> value.ifPresentOrElse(set -> config.put(name, set), () -> config.remove(name)));
        String names = changes.keySet().stream().sorted().collect(Collectors.joining(", "));
        add("Set " + names + " config vars", commit(), config);
    }

    /** The release that runs what an earlier one ran; empty when there is none such. */
    synchronized Optional<ObjectNode> rollBack(String id) {
        Optional<Release> earlier =
                all.stream().filter(release -> release.id().equals(id)).findFirst();
        return earlier.map(to -> json(add("Rollback to v" + to.version(), to.commit(), to.config())));
    }

    /** As the vendor sorts them when nobody wishes otherwise: oldest first. */
    synchronized ArrayNode json() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.forEach(release -> list.add(json(release)));
        return list;
    }

    private Release add(String description, String commit, Map<String, String> config) {
        Release release = new Release(current().version() + 1, description, commit, Map.copyOf(config));
        all.add(release);
        return release;
    }

    private Release current() {
        return all.get(all.size() - 1);
    }

    private ObjectNode json(Release release) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", release.id())
                .put("version", release.version())
                .put("description", release.description())
                .put("status", "succeeded")
                .put("current", release.equals(current()));
        json.putObject("slug").put("id", "slug-" + release.commit());
        return json;
    }
}
