package cutover.twin.heroku;

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

/** Tells what one application consists of: processes, and add-ons. */
public final class HerokuApi implements Front {

    static final String APP = "cmr-production";

    private static final String VERSION = "application/vnd.heroku+json; version=3";

    private final String token;
    private final BooleanSupplier scheduled;
    private final Faults faults;

    /** @param scheduled whether the team lets the old side run the scheduled work at this moment */
    public HerokuApi(String token, BooleanSupplier scheduled, Faults faults) {
        this.token = token;
        this.scheduled = scheduled;
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
        return switch (request.path()) {
            case "/apps/" + APP + "/formation" -> json(formation());
            case "/apps/" + APP + "/addons" -> json(addOns());
            case "/apps/" + APP + "/dynos" -> json(dynos());
            default -> error(404, "not_found", "Couldn't find that app.");
        };
    }

    private ArrayNode formation() {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        types.addObject().put("type", "web").put("quantity", 1).put("size", "Standard-1X");
        types.addObject().put("type", "worker").put("quantity", 1).put("size", "Standard-1X");
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
        List.of("web", "worker")
                .forEach(type -> all.addObject()
                        .put("name", type + ".1")
                        .put("type", type)
                        .put("command", "run " + type)
                        .put("state", "up"));
        if (on(Fault.SCHEDULER_AT_WORK)) {
            all.addObject()
                    .put("name", "scheduler.4711")
                    .put("type", "scheduler")
                    .put("command", "python manage.py send_followups")
                    .put("state", "up");
        }
        return all;
    }

    private boolean jobsLeft() {
        return Stream.of(Fault.SCHEDULER_RAN, Fault.SCHEDULER_AT_WORK, Fault.SCHEDULER_LEFT)
                .anyMatch(this::on);
    }

    private boolean scheduledHere() {
        return scheduled.getAsBoolean() ? !on(Fault.TASKS_ON_NEITHER_SIDE) : on(Fault.TASKS_ON_BOTH_SIDES);
    }

    private static WebResponse json(ArrayNode body) {
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
