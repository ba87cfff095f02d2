package cutover.provider.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import cutover.provider.JsonApi;
import cutover.provider.Told;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One application, read only. What jobs the scheduler add-on has can't be read: it has no API.
 *
 * @see <a href="https://devcenter.heroku.com/articles/platform-api-reference">Platform API Reference</a>
 */
public final class HerokuApp {

    private static final URI PLACE = URI.create("https://api.heroku.com");

    /** A list comes whole up to this size; the API's own limit without the header is less. */
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/vnd.heroku+json; version=3", "Range", "id ..; max=1000");

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
        return api.get(path).then(app -> Told.value(app.path("maintenance").asBoolean()));
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
        return each(
                "/dynos",
                one -> new Dyno(
                        one.path("name").asText(),
                        one.path("type").asText(),
                        one.path("command").asText(),
                        one.path("state").asText()));
    }

    private <T> Told<List<T>> each(String list, Function<JsonNode, T> reader) {
        return api.get(path + list).then(all -> {
            List<T> read = new ArrayList<>();
            all.forEach(one -> read.add(reader.apply(one)));
            return Told.value(List.copyOf(read));
        });
    }
}
