package cutover.twin.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells what one application consists of: processes, add-ons, configuration, releases; and lets it be changed. What was
 * changed stays so, until {@link #asGiven()}.
 */
public final class HerokuApi implements Front {

    static final String APP = "cmr-production";

    private static final String VERSION = "application/vnd.heroku+json; version=3";
    private static final int FIRST_RUN = 1234;
    private static final String PLACE = "/apps/" + APP;

    private final String token;
    private final Processes processes;
    private final Releases releases = new Releases();
    private final Faults faults;
    private final ObjectMapper mapper = new ObjectMapper();
    private volatile boolean maintenance;
    private volatile BiConsumer<String, Integer> scaled = (type, quantity) -> {};
    private final AtomicInteger oneOffs = new AtomicInteger(FIRST_RUN);
    private volatile BiConsumer<String, String> run = (process, command) -> {};
    private volatile Consumer<Map<String, String>> configured = config -> {};

    /**
     * An application as the team left it.
     *
     * @param on whether the team lets it run at this moment
     * @param scheduled whether the team lets it run the scheduled work at this moment
     */
    public HerokuApi(String token, BooleanSupplier on, BooleanSupplier scheduled, Faults faults) {
        this.token = token;
        this.processes = new Processes(on, scheduled, faults);
        this.faults = faults;
    }

    /** What lets a client in. */
    public String token() {
        return token;
    }

    /** Told of a type of processes and how many of it shall run, when somebody scales it. */
    public void whenScaled(BiConsumer<String, Integer> listener) {
        scaled = listener;
    }

    /** Told of the whole configuration, when somebody changes it. */
    public void whenConfigured(Consumer<Map<String, String>> listener) {
        configured = listener;
    }

    /** Told of a process and its command, when somebody starts one for that command alone. */
    public void whenRun(BiConsumer<String, String> listener) {
        run = listener;
    }

    /** Whether there is a process that does the work that visitors do not wait for. */
    public boolean workerRuns() {
        return processes.workerRuns();
    }

    /** Whether visitors are told that the application is being worked on. */
    public boolean inMaintenance() {
        return maintenance;
    }

    /** Whether there are processes for visitors. */
    public boolean webRuns() {
        return processes.quantity("web") > 0;
    }

    /** Whether it runs the scheduled work. */
    public boolean clockRuns() {
        return processes.quantity("clock") > 0;
    }

    /** The commit whose code runs. */
    public String commit() {
        return releases.commit();
    }

    /** Forgets what was scaled by hand. */
    public void scaleAsGiven() {
        processes.asGiven();
    }

    /** Forgets all that was changed through the API. */
    public void asGiven() {
        scaleAsGiven();
        releases.asGiven();
        maintenance = false;
    }

    @Override
    public Reply answer(Incoming request) {
        return Reply.now(told(request));
    }

    private WebResponse told(Incoming request) {
        if (!request.header("Accept").orElse("").equals(VERSION)) {
            return error(404, "not_found", "The requested API endpoint was not found.");
        }
        boolean known = request.header("Authorization").orElse("").equals("Bearer " + token);
        if (!known || faults.on(Side.NEW, Fault.HEROKU_REFUSES)) {
            return error(401, "unauthorized", "Invalid credentials provided.");
        }
        boolean gone = faults.on(Side.NEW, Fault.OLD_APP_DELETED);
        if (gone || !request.path().equals(PLACE) && !request.path().startsWith(PLACE + "/")) {
            return error(404, "not_found", "Couldn't find that app.");
        }
        String part = request.path().substring(PLACE.length());
        try {
            return request.method().equals("GET") ? read(part) : changed(request, part);
        } catch (IOException e) {
            return error(400, "bad_request", "Unable to parse the JSON of the request.");
        }
    }

    private WebResponse read(String part) {
        return switch (part) {
            case "" -> json(app());
            case "/formation" -> json(processes.formation());
            case "/addons" -> json(processes.addOns());
            case "/dynos" -> json(processes.dynos());
            case "/config-vars" -> json(mapper.valueToTree(releases.config()));
            case "/releases" -> json(releases.json());
            default -> nowhere();
        };
    }

    private WebResponse changed(Incoming request, String part) throws IOException {
        JsonNode wanted = mapper.readTree(request.body());
        String formation = "/formation/";
        if (part.startsWith(formation)) {
            String type = part.substring(formation.length());
            return scale(type, wanted).orElseGet(() -> json(processes.one(type)));
        }
        return switch (request.method() + " " + part) {
            case "POST /dynos" -> run(wanted.path("command").asText());
            case "PATCH " -> maintained(wanted);
            case "PATCH /formation" -> scaled(wanted.path("updates"));
            case "PATCH /config-vars" -> configured(wanted);
            case "POST /releases" -> rolledBack(wanted.path("release").asText());
            default -> nowhere();
        };
    }

    private WebResponse run(String command) {
        if (command.isBlank()) {
            return error(422, "invalid_params", "Command is required.");
        }
        String process = "run." + oneOffs.getAndIncrement();
        run.accept(process, command);
        return answer(
                201,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", process)
                        .put("type", "run")
                        .put("command", command)
                        .put("state", "starting"));
    }

    private WebResponse maintained(JsonNode wanted) {
        maintenance = wanted.path("maintenance").asBoolean(maintenance);
        return json(app());
    }

    private WebResponse scaled(JsonNode updates) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        for (JsonNode update : updates) {
            String type = update.path("type").asText();
            Optional<WebResponse> refused = scale(type, update);
            if (refused.isPresent()) {
                return refused.get();
            }
            answer.add(processes.one(type));
        }
        return json(answer);
    }

    /** Why it is not done; empty when it is. */
    private Optional<WebResponse> scale(String type, JsonNode wanted) {
        if (!Processes.TYPES.contains(type)) {
            return Optional.of(error(404, "not_found", "Couldn't find that process type (" + type + ")."));
        }
        int quantity = wanted.path("quantity").asInt(-1);
        if (quantity < 0) {
            return Optional.of(error(422, "invalid_params", "Invalid quantity."));
        }
        processes.scale(type, quantity);
        scaled.accept(type, quantity);
        return Optional.empty();
    }

    private WebResponse configured(JsonNode wanted) {
        Map<String, Optional<String>> changes = new TreeMap<>();
        wanted.properties()
                .forEach(each -> changes.put(
                        each.getKey(),
                        Optional.of(each.getValue())
                                .filter(value -> !value.isNull())
                                .map(JsonNode::asText)));
        releases.configure(changes);
        configured.accept(releases.config());
        return json(mapper.valueToTree(releases.config()));
    }

    private WebResponse rolledBack(String id) {
        return releases.rollBack(id)
                .map(release -> answer(201, release))
                .orElseGet(() -> error(404, "not_found", "Couldn't find that release."));
    }

    private ObjectNode app() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", APP)
                .put("maintenance", maintenance || faults.on(Side.NEW, Fault.OLD_APP_IN_MAINTENANCE));
    }

    private static WebResponse json(JsonNode body) {
        return answer(200, body);
    }

    private static WebResponse nowhere() {
        return error(404, "not_found", "The requested API endpoint was not found.");
    }

    private static WebResponse error(int status, String id, String message) {
        return answer(
                status, JsonNodeFactory.instance.objectNode().put("id", id).put("message", message));
    }

    private static WebResponse answer(int status, JsonNode body) {
        return WebResponse.text(status, "application/json", body.toString());
    }
}
