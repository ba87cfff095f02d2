package cutover.provider.pingdom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import cutover.provider.Changes;
import cutover.provider.JsonApi;
import cutover.provider.Told;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An account at Pingdom. What changes something goes out once.
 *
 * @see <a href="https://docs.pingdom.com/api/">API 3.1</a>
 */
public final class PingdomAccount {

    private static final URI PLACE = URI.create("https://api.pingdom.com");
    private static final String CHECKS = "/api/3.1/checks";

    private final JsonApi api;

    /**
     * An account.
     *
     * @param endpoint another place than Pingdom's own, for instance a rehearsal; empty for Pingdom
     * @param timeout for one question; positive
     */
    public PingdomAccount(Supplier<String> token, Optional<URI> endpoint, Duration timeout) {
        this.api = new JsonApi(endpoint.orElse(PLACE), token, Map.of(), timeout);
    }

    /** All that ask that host for a page. */
    public Told<List<UptimeWatch>> watches(String host) {
        return api.get(CHECKS).then(list -> {
            List<JsonNode> wanted = new ArrayList<>();
            list.path("checks").forEach(one -> {
                if (one.path("hostname").asText().equalsIgnoreCase(host)) {
                    wanted.add(one);
                }
            });
            return each(wanted);
        });
    }

    /**
     * Lets a monitor ask another address; refused with 404 when there is no such monitor. All else of it stays. Needs a
     * token that may write.
     *
     * @param address by http or https, at the usual port
     * @return what Pingdom says to it
     */
    @Changes
    public Told<String> pointAt(UptimeWatch watch, URI address) {
        String path = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        JsonNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("host", address.getHost())
                .put("encryption", "https".equalsIgnoreCase(address.getScheme()))
                .put("url", path);
        return api.change("PUT", CHECKS + "/" + watch.id(), wanted)
                .then(told -> Told.value(told.path("message").asText()));
    }

    private Told<List<UptimeWatch>> each(List<JsonNode> wanted) {
        Told<List<UptimeWatch>> all = Told.value(List.of());
        for (JsonNode one : wanted) {
            all = all.then(before -> api.get(CHECKS + "/" + one.path("id").asLong())
                    .then(whole -> {
                        JsonNode told = whole.path("check");
                        return Told.value(
                                told.path("type").has("http")
                                        ? Stream.concat(before.stream(), Stream.of(watch(told)))
                                                .toList()
                                        : before);
                    }));
        }
        return all;
    }

    private static UptimeWatch watch(JsonNode told) {
        JsonNode http = told.path("type").path("http");
        return new UptimeWatch(
                told.path("id").asLong(),
                told.path("name").asText(),
                told.path("hostname").asText(),
                http.path("url").asText("/"),
                http.path("encryption").asBoolean(),
                http.path("shouldcontain").asText(""),
                told.path("paused").asBoolean() ? "paused" : told.path("status").asText(),
                Stream.of("userids", "teamids", "teams", "integrationids")
                        .mapToInt(kind -> told.path(kind).size())
                        .sum());
    }
}
