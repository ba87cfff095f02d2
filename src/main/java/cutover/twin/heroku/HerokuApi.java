package cutover.twin.heroku;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Tells of one application: whether it is in maintenance mode, its processes, and its add-ons. */
public final class HerokuApi implements Front {

    static final String APP = "cmr-production";

    private static final String VERSION = "application/vnd.heroku+json; version=3";

    private final String token;
    private final BooleanSupplier scheduled;
    private final BooleanSupplier running;
    private final Faults faults;

    /**
     * Tells of the application.
     *
     * @param scheduled whether the team lets the old side run the scheduled work at this moment
     * @param running whether the team lets the application run
     */
    public HerokuApi(String token, BooleanSupplier scheduled, BooleanSupplier running, Faults faults) {
        this.token = token;
        this.scheduled = scheduled;
        this.running = running;
        this.faults = faults;
    }

    /** What lets a client in. */
    public String token() {
        return token;
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
        if (!known || on(Fault.HEROKU_REFUSES)) {
            return error(401, "unauthorized", "Invalid credentials provided.");
        }
        if (on(Fault.OLD_APP_DELETED)) {
            return error(404, "not_found", "Couldn't find that app.");
        }
        return switch (request.path()) {
            case "/apps/" + APP -> json(application());
            case "/apps/" + APP + "/formation" -> json(formation());
            case "/apps/" + APP + "/addons" -> json(addOns());
            case "/apps/" + APP + "/dynos" -> json(dynos());
            default -> error(404, "not_found", "Couldn't find that app.");
        };
    }

    private ObjectNode application() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", APP)
                .put("maintenance", on(Fault.OLD_APP_IN_MAINTENANCE));
    }

    private ArrayNode formation() {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        List.of("web", "worker")
                .forEach(type -> types.addObject()
                        .put("type", type)
                        .put("quantity", runs(type) ? 1 : 0)
                        .put("size", "Standard-1X"));
        types.addObject()
                .put("type", "clock")
                .put("quantity", scheduledHere() ? 1 : 0)
                .put("size", "Standard-1X");
        return types;
    }

    private ArrayNode addOns() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Stream<String> names = Stream.concat(
                Stream.of("heroku-redis"), scheduledHere() || jobsLeft() ? Stream.of("scheduler") : Stream.empty());
        names.forEach(name -> {
            ObjectNode one = all.addObject().put("name", name + "-round-12345").put("state", "provisioned");
            one.putObject("addon_service").put("name", name);
        });
        return all;
    }

    private ArrayNode dynos() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Stream.of("web", "worker")
                .filter(this::runs)
                .forEach(type -> all.addObject()
                        .put("name", type + ".1")
                        .put("type", type)
                        .put("command", "run " + type)
                        .put("state", type.equals("worker") && on(Fault.OLD_WORKER_CRASHES) ? "crashed" : "up"));
        if (on(Fault.SCHEDULER_AT_WORK)) {
            all.addObject()
                    .put("name", "scheduler.4711")
                    .put("type", "scheduler")
                    .put("command", "python manage.py send_followups")
                    .put("state", "up");
        }
        return all;
    }

    private boolean runs(String type) {
        boolean left = on(Fault.OLD_APP_LEFT_OFF) || type.equals("worker") && on(Fault.OLD_WORKER_OFF);
        return running.getAsBoolean() && !left || on(Fault.OLD_APP_STILL_ON);
    }

    private boolean jobsLeft() {
        return Stream.of(Fault.SCHEDULER_RAN, Fault.SCHEDULER_AT_WORK, Fault.SCHEDULER_LEFT)
                .anyMatch(this::on);
    }

    private boolean scheduledHere() {
        return scheduled.getAsBoolean() ? !on(Fault.TASKS_ON_NEITHER_SIDE) : on(Fault.TASKS_ON_BOTH_SIDES);
    }

    private static WebResponse json(JsonNode body) {
        return WebResponse.text(200, "application/json", body.toString());
    }

    private static WebResponse error(int status, String id, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id).put("message", message);
        return WebResponse.text(status, "application/json", body.toString());
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
