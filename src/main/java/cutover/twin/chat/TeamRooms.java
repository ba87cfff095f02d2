package cutover.twin.chat;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The web addresses at which the team is told, each with the vendor's own rules for what it takes. */
public final class TeamRooms implements Front {

    /** Beyond the time that anybody waits in a rehearsal. */
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Faults faults;
    private final String slackPath;
    private final String workflowPath;
    private final String workflowQuery;
    private final String hookPath;
    private final String hookToken;
    private final List<String> slack = new CopyOnWriteArrayList<>();
    private final List<String> teams = new CopyOnWriteArrayList<>();
    private final List<String> hook = new CopyOnWriteArrayList<>();

    public TeamRooms(Faults faults, Ids ids) {
        this.faults = faults;
        this.slackPath = "/services/T" + capitals(ids, 10) + "/B" + capitals(ids, 10) + "/" + ids.password();
        this.workflowPath = "/workflows/" + ids.hex(32) + "/triggers/manual/paths/invoke";
        this.workflowQuery = "api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=" + ids.password();
        this.hookPath = "/hooks/" + ids.password();
        this.hookToken = ids.password();
    }

    /** Of the incoming webhook, without scheme and host. */
    public String slackTarget() {
        return slackPath;
    }

    /** Of the workflow, without scheme and host. */
    public String workflowTarget() {
        return workflowPath + "?" + workflowQuery;
    }

    /** Of the receiver of JSON, without scheme and host. */
    public String hookTarget() {
        return hookPath;
    }

    /** The bearer token that the receiver of JSON wants. */
    public String hookToken() {
        return hookToken;
    }

    /** What the chat room took, oldest first. */
    public List<String> inSlack() {
        return List.copyOf(slack);
    }

    /** What the workflow took, oldest first. */
    public List<String> inTeams() {
        return List.copyOf(teams);
    }

    /** What the receiver of JSON took, oldest first. */
    public List<String> atTheHook() {
        return List.copyOf(hook);
    }

    /** Forgets all of it. */
    public void clear() {
        List.of(slack, teams, hook).forEach(List::clear);
    }

    @Override
    public Reply answer(Incoming request) {
        boolean hangs = request.rawPath().equals(slackPath) && on(Fault.CHAT_HANGS);
        return new Reply(answered(request), hangs ? LONG : Duration.ZERO);
    }

    private WebResponse answered(Incoming request) {
        if (!request.method().equals("POST")) {
            return text(405, "");
        }
        if (request.rawPath().startsWith("/services/")) {
            return slack(request);
        }
        return request.rawPath().startsWith("/workflows/") ? workflow(request) : hook(request);
    }

    private WebResponse slack(Incoming request) {
        if (!request.rawPath().equals(slackPath) || on(Fault.CHAT_REFUSES)) {
            return text(404, "no_service");
        }
        if (on(Fault.CHAT_ARCHIVED)) {
            return text(410, "channel_is_archived");
        }
        String wrong = SlackRules.wrong(body(request));
        if (!wrong.isEmpty()) {
            return text(400, wrong);
        }
        slack.add(body(request));
        return text(200, "ok");
    }

    private WebResponse workflow(Incoming request) {
        if (!request.rawPath().equals(workflowPath) || on(Fault.WORKFLOW_DELETED)) {
            return error(404, "WorkflowNotFound", "The workflow could not be found.");
        }
        if (!request.query().equals(workflowQuery)) {
            return error(401, "DirectApiAuthorizationRequired", "The request must be authorised by its signature.");
        }
        String wrong = CardRules.wrong(body(request));
        if (!wrong.isEmpty()) {
            return error(400, "TriggerInputSchemaMismatch", wrong);
        }
        teams.add(body(request));
        return text(202, "");
    }

    private WebResponse hook(Incoming request) {
        if (!request.rawPath().equals(hookPath)) {
            return text(404, "no such hook");
        }
        if (!request.header("Authorization").orElse("").equals("Bearer " + hookToken)) {
            return text(401, "who are you?");
        }
        hook.add(body(request));
        return text(204, "");
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }

    private static String body(Incoming request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static WebResponse text(int status, String text) {
        return WebResponse.text(status, "text/html", text);
    }

    private static WebResponse error(int status, String code, String message) {
        return WebResponse.text(
                status,
                "application/json; charset=utf-8",
                "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    private static String capitals(Ids ids, int length) {
        return ids.letters(length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    }
}
