package cutover.twin.pingdom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells what is watched: the health page of the site at which the users are, unless somebody pointed that monitor
 * elsewhere, and another site of the organisation. The list tells less of each than asking for it does.
 */
public final class PingdomApi implements Front {

    private static final String CHECKS = "/api/3.1/checks";
    private static final int OTHERS = 4100001;
    private static final int OURS = 4100002;
    private static final String OTHER_SITE = "www.codeforamerica.org";

    private final String token;
    private final Faults faults;
    private final AtomicReference<Watched> watched = new AtomicReference<>(Watched.of(Hosts.NEW));
    private final ObjectMapper mapper = new ObjectMapper();

    /** Where a monitor looks. */
    private record Watched(String host, String url, boolean encrypted) {
        static Watched of(String host) {
            return new Watched(host, "/health/", true);
        }
    }

    public PingdomApi(String token, Faults faults) {
        this.token = token;
        this.faults = faults;
    }

    /** The team has its monitor where the users are. */
    public void usersAt(Side side) {
        watched.set(Watched.of(side == Side.NEW ? Hosts.NEW : Hosts.OLD));
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
            case CHECKS + "/" + OTHERS -> json(whole(OTHERS, Watched.of(OTHER_SITE)));
            case CHECKS + "/" + OURS -> request.method().equals("PUT") ? pointed(request) : json(whole(OURS, ours()));
            default -> error(404, "Not Found", "Invalid check identifier");
        };
    }

    private WebResponse pointed(Incoming request) {
        try {
            JsonNode wanted = mapper.readTree(request.body());
            Watched before = watched.get();
            String host = wanted.path("host").asText(before.host());
            if (host.contains("/") || host.isBlank()) {
                return error(400, "Bad Request", "Invalid parameter value: host");
            }
            watched.set(new Watched(
                    host,
                    wanted.path("url").asText(before.url()),
                    wanted.path("encryption").asBoolean(before.encrypted())));
            return json(JsonNodeFactory.instance.objectNode().put("message", "Modification of check was successful!"));
        } catch (IOException e) {
            return error(400, "Bad Request", "Invalid JSON");
        }
    }

    private Watched ours() {
        Watched now = watched.get();
        if (on(Fault.UPTIME_NOT_WATCHED)) {
            return Watched.of(Hosts.OLD);
        }
        return on(Fault.UPTIME_OF_NEW_NAME_ONLY)
                ? Watched.of(Hosts.NEW)
                : new Watched(
                        now.host(),
                        on(Fault.UPTIME_OF_OTHER_PAGE) ? "/" : now.url(),
                        now.encrypted() && !on(Fault.UPTIME_BY_PLAIN_HTTP));
    }

    private ObjectNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode checks = answer.putArray("checks");
        put(checks.addObject(), OTHERS, OTHER_SITE).put("type", "http");
        put(checks.addObject(), OURS, ours().host()).put("type", "http");
        return answer;
    }

    private ObjectNode whole(int id, Watched what) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode check = put(answer.putObject("check"), id, what.host());
        ObjectNode http = check.putObject("type").putObject("http");
        http.put("url", what.url()).put("encryption", what.encrypted()).put("port", what.encrypted() ? 443 : 80);
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
