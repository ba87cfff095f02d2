package cutover.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks an API that answers JSON and lets in who has a token. Whatever is asked or changed is sent once. Its text holds
 * no secret.
 */
public final class JsonApi {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int PART = 206;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final HttpClient client;
    private final URI place;
    private final Supplier<String> token;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * An API.
     *
     * @param place without a path
     * @param token asked for at each question
     * @param headers sent with each question
     * @param timeout for one question; positive
     */
    public JsonApi(URI place, Supplier<String> token, Map<String, String> headers, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.place = place;
        this.token = token;
        this.headers = Map.copyOf(headers);
        this.timeout = timeout;
    }

    /** @param path starts with a slash; may carry a query */
    public Told<JsonNode> get(String path) {
        return sent(request(path, headers).GET().build(), OK);
    }

    /**
     * The beginning of a list, which may be all of it.
     *
     * @param range which part, in the API's words
     */
    public Told<JsonNode> first(String path, String range) {
        Map<String, String> ranged = new TreeMap<>(headers);
        ranged.put("Range", range);
        return sent(request(path, ranged).GET().build(), OK, PART);
    }

    /**
     * Changes something.
     *
     * @param method for instance PATCH
     * @param body as it is sent
     */
    @Changes
    public Told<JsonNode> change(String method, String path, JsonNode body) {
        return sent(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                OK,
                CREATED);
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place.resolve(path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token.get());
        headers.forEach(request::header);
        return request;
    }

    private Told<JsonNode> sent(HttpRequest request, Integer... good) {
        try {
            return told(client.send(request, HttpResponse.BodyHandlers.ofString()), Set.of(good));
        } catch (IOException e) {
            return Told.unavailable(place.getHost() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Told.unavailable("the question to " + place.getHost() + " was given up");
        }
    }

    private Told<JsonNode> told(HttpResponse<String> response, Set<Integer> good) {
        int status = response.statusCode();
        if (status == TOO_MANY || status >= BROKEN) {
            return Told.unavailable(place.getHost() + " answers " + status);
        }
        try {
            JsonNode body = mapper.readTree(response.body());
            if (good.contains(status)) {
                return Told.value(body);
            }
            // 206 is a part of a list
            return status < 300
                    ? Told.unavailable(place.getHost() + " answers " + status + ", which is not the whole")
                    : Told.refused(
                            status,
                            first(body, "/id", "/error/statusdesc"),
                            first(body, "/message", "/error/errormessage"));
        } catch (JsonProcessingException e) {
            return Told.unavailable(place.getHost() + " answers " + status + " with something that is no JSON");
        }
    }

    private static String first(JsonNode body, String... places) {
        return Stream.of(places)
                .map(where -> body.at(where).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "API at " + place;
    }
}
