package cutover.twin.pingdom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Hosts;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;

/** Tells what is watched: the old site as ever, and the new one. The list tells less of each than asking for it does. */
public final class PingdomApi implements Front {

    private static final String CHECKS = "/api/3.1/checks";
    private static final int OLD = 4100001;
    private static final int NEW = 4100002;

    private final String token;
    private final Faults faults;

    public PingdomApi(String token, Faults faults) {
        this.token = token;
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
        boolean known = request.header("Authorization").orElse("").equals("Bearer " + token);
        if (!known || on(Fault.PINGDOM_REFUSES)) {
            return error(403, "Forbidden", "Invalid API token");
        }
        return switch (request.path()) {
            case CHECKS -> json(list());
            case CHECKS + "/" + OLD -> json(whole(OLD, Hosts.OLD));
            case CHECKS + "/" + NEW -> json(whole(NEW, Hosts.NEW));
            default -> error(404, "Not Found", "Invalid check identifier");
        };
    }

    private ObjectNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode checks = answer.putArray("checks");
        if (!on(Fault.UPTIME_OF_NEW_NAME_ONLY)) {
            put(checks.addObject(), OLD, Hosts.OLD).put("type", "http");
        }
        if (!on(Fault.UPTIME_NOT_WATCHED)) {
            put(checks.addObject(), NEW, Hosts.NEW).put("type", "http");
        }
        return answer;
    }

    private ObjectNode whole(int id, String host) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode check = put(answer.putObject("check"), id, host);
        ObjectNode http = check.putObject("type").putObject("http");
        boolean plain = on(Fault.UPTIME_BY_PLAIN_HTTP);
        http.put("url", on(Fault.UPTIME_OF_OTHER_PAGE) ? "/" : "/health/")
                .put("encryption", !plain)
                .put("port", plain ? 80 : 443);
        if (!on(Fault.UPTIME_WITHOUT_TEXT)) {
            http.put("shouldcontain", "Everything seems fine");
        }
        ArrayNode users = check.putArray("userids");
        if (!on(Fault.UPTIME_TELLS_NOBODY)) {
            users.add(12345);
        }
        check.putArray("teams");
        check.putArray("integrationids");
        return answer;
    }

    private ObjectNode put(ObjectNode node, int id, String host) {
        return node.put("id", id).put("name", host).put("hostname", host).put("status", state());
    }

    private String state() {
        return on(Fault.UPTIME_PAUSED) ? "paused" : on(Fault.UPTIME_DOWN) ? "down" : "up";
    }

    private static WebResponse json(ObjectNode body) {
        return WebResponse.text(200, "application/json", body.toString());
    }

    private static WebResponse error(int status, String name, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("statuscode", status)
                .put("statusdesc", name)
                .put("errormessage", message);
        return WebResponse.text(status, "application/json", body.toString());
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
