package cutover.provider.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.provider.Changes;
import cutover.provider.JsonApi;
import cutover.provider.Told;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One application. What changes it goes out once. What jobs the scheduler add-on has can't be read: it has no API.
 *
 * @see <a href="https://devcenter.heroku.com/articles/platform-api-reference">Platform API Reference</a>
 */
public final class HerokuApp {

    private static final URI PLACE = URI.create("https://api.heroku.com");

    /** A list comes whole up to this size; the API's own limit without the header is less. */
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/vnd.heroku+json; version=3", "Range", "id ..; max=1000");

    /** Enough to go back; lists come oldest first when nobody wishes otherwise. */
    private static final String NEWEST = "version ..; order=desc, max=50";

    private final JsonApi api;
    private final String path;

    /**
     * An application.
     *
     * @param endpoint another place than Heroku's own, for instance a rehearsal; empty for Heroku
     * @param timeout for one question; positive
     */
    public HerokuApp(String app, Supplier<String> token, Optional<URI> endpoint, Duration timeout) {
        this.api = new JsonApi(endpoint.orElse(PLACE), token, HEADERS, timeout);
        this.path = "/apps/" + app;
    }

    /** Whether it is in maintenance mode, in which the router keeps everybody out; its processes run on. */
    public Told<Boolean> inMaintenance() {
        return api.get(path).then(HerokuApp::maintenance);
    }

    /** How many processes of each type shall run. */
    public Told<Map<String, Integer>> formation() {
        return api.get(path + "/formation").then(types -> {
            Map<String, Integer> numbers = new TreeMap<>();
            types.forEach(type -> numbers.put(
                    type.path("type").asText(), type.path("quantity").asInt()));
            return Told.value(numbers);
        });
    }

    /** Names of the services of its add-ons, such as {@code scheduler}. */
    public Told<List<String>> addOns() {
        return each("/addons", one -> one.path("addon_service").path("name").asText());
    }

    /** The processes that there are now. */
    public Told<List<Dyno>> dynos() {
        return each("/dynos", HerokuApp::dyno);
    }

    /**
     * Starts a command in a process of its own, which ends with the command; what it prints goes to the log. Changes nothing
     * in how the application is set up.
     *
     * @return the process, which has not begun its work yet
     */
    public Told<Dyno> run(String command) {
        JsonNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("command", command)
                .put("attach", false)
                .put("type", "run");
        return api.change("POST", path + "/dynos", wanted)
                .then(told -> told.path("name").asText().isEmpty() ? other() : Told.value(dyno(told)));
    }

    /** Names of the variables of its configuration; their values may be secrets. */
    public Told<Set<String>> configured() {
        return api.get(path + "/config-vars").then(HerokuApp::names);
    }

    /** The last fifty releases, newest first. */
    public Told<List<Release>> releases() {
        return api.first(path + "/releases", NEWEST).then(all -> {
            List<Release> read = new ArrayList<>();
            all.forEach(one -> read.add(release(one)));
            read.sort(Comparator.comparingInt(Release::version).reversed());
            return Told.value(List.copyOf(read));
        });
    }

    /**
     * Lets so many processes of a type run, 0 for none; refused with 404 when the application has no such type.
     *
     * @return how many shall run now
     */
    @Changes
    public Told<Integer> scale(String type, int quantity) {
        JsonNode wanted = JsonNodeFactory.instance.objectNode().put("quantity", quantity);
        return api.change("PATCH", path + "/formation/" + type, wanted)
                .then(told -> told.path("quantity").isInt()
                        ? Told.value(told.get("quantity").asInt())
                        : other());
    }

    /** Tells visitors that the application is being worked on, or lets them in again; whether they are told now. */
    @Changes
    public Told<Boolean> maintain(boolean whether) {
        JsonNode wanted = JsonNodeFactory.instance.objectNode().put("maintenance", whether);
        return api.change("PATCH", path, wanted).then(HerokuApp::maintenance);
    }

    /**
     * Sets variables of the configuration, which restarts the application as a new release; others stay.
     *
     * @param variables name and value; an empty value takes the variable away
     * @return the names of all that are set now
     */
    @Changes
    public Told<Set<String>> configure(Map<String, Optional<String>> variables) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        variables.forEach((name, value) -> wanted.put(name, value.orElse(null)));
        return api.change("PATCH", path + "/config-vars", wanted).then(HerokuApp::names);
    }

    /**
     * Runs code and configuration of an earlier release again; refused with 404 when there is no such release.
     *
     * @return the release that this makes
     */
    @Changes
    public Told<Release> rollBackTo(Release earlier) {
        JsonNode wanted = JsonNodeFactory.instance.objectNode().put("release", earlier.id());
        return api.change("POST", path + "/releases", wanted)
                .then(told -> told.has("version") ? Told.value(release(told)) : other());
    }

    private static Told<Boolean> maintenance(JsonNode app) {
        return app.path("maintenance").isBoolean()
                ? Told.value(app.get("maintenance").asBoolean())
                : other();
    }

    private static <T> Told<T> other() {
        return Told.unavailable("Heroku answers with something other than what was asked for");
    }

    private static Told<Set<String>> names(JsonNode config) {
        if (!config.isObject()) {
            return other();
        }
        Set<String> names = new TreeSet<>();
        config.fieldNames().forEachRemaining(names::add);
        return Told.value(names);
    }

    private static Dyno dyno(JsonNode told) {
        return new Dyno(
                told.path("name").asText(),
                told.path("type").asText(),
                told.path("command").asText(),
                told.path("state").asText());
    }

    private static Release release(JsonNode told) {
        return new Release(
                told.path("id").asText(),
                told.path("version").asInt(),
                told.path("description").asText(),
                told.path("status").asText(),
                told.path("current").asBoolean());
    }

    private <T> Told<List<T>> each(String list, Function<JsonNode, T> reader) {
        return api.get(path + list).then(all -> {
            List<T> read = new ArrayList<>();
            all.forEach(one -> read.add(reader.apply(one)));
            return Told.value(List.copyOf(read));
        });
    }
}
