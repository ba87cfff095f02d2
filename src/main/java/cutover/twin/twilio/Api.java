package cutover.twin.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API's map: the version of 2010 for the account, the first one of the monitor for its debugger. */
final class Api {

    private static final Pattern MONITOR = Pattern.compile("/v1/Alerts(?:/(\\w+))?");
    private static final Pattern ACCOUNT = Pattern.compile("/2010-04-01/Accounts/(\\w+)(?:\\.json|(/.+))");
    private static final Pattern LIST = Pattern.compile("/(\\w+)\\.json");
    private static final Pattern ONE = Pattern.compile("/(\\w+)/(\\w+)\\.json");
    private static final Pattern OF_CALL = Pattern.compile("/Calls/(\\w+)/Recordings\\.json");
    private static final Pattern SOUND = Pattern.compile("/Recordings/(\\w+)(?:\\.wav)?");

    private final Book book;
    private final Alerts alerts;
    private final Recordings recordings;
    private final Map<String, Resource> resources;

    Api(Book book, Switchboard switchboard) {
        this.book = book;
        this.alerts = new Alerts(book);
        this.recordings = new Recordings(book);
        this.resources = Map.of(
                "IncomingPhoneNumbers", new Numbers(book),
                "Applications", new Applications(book),
                "Calls", new Calls(book, switchboard),
                "Recordings", recordings);
    }

    WebResponse answer(ApiCall call) {
        Matcher monitor = MONITOR.matcher(call.path());
        if (monitor.matches()) {
            return monitor.group(1) == null ? alerts.list(call) : alerts.one(monitor.group(1), call);
        }
        Matcher account = ACCOUNT.matcher(call.path());
        if (!account.matches() || !account.group(1).equals(book.account().sid())) {
            return Answer.notFound(call.path());
        }
        return account.group(2) == null ? account(call) : below(account.group(2), call);
    }

    private WebResponse below(String path, ApiCall call) {
        Matcher ofCall = OF_CALL.matcher(path);
        Matcher list = LIST.matcher(path);
        Matcher one = ONE.matcher(path);
        Matcher sound = SOUND.matcher(path);
        if (ofCall.matches()) {
            return recordings.ofCall(ofCall.group(1), call);
        }
        if (list.matches() && resources.containsKey(list.group(1))) {
            return resources.get(list.group(1)).list(call);
        }
        if (one.matches() && resources.containsKey(one.group(1))) {
            return resources.get(one.group(1)).one(one.group(2), call);
        }
        return sound.matches() ? recordings.sound(sound.group(1), call) : Answer.notFound(call.path());
    }

    private WebResponse account(ApiCall call) {
        if (!call.get()) {
            return Resource.notAllowed(call);
        }
        String sid = book.account().sid();
        String place = "/2010-04-01/Accounts/" + sid;
        ObjectNode node = Answer.node()
                .put("sid", sid)
                .put("owner_account_sid", sid)
                .put("friendly_name", "Clear My Record")
                .put("status", "active")
                .put("type", "Full")
                .put("auth_token", book.account().token())
                .put("date_created", Times.mail(book.opened()))
                .put("date_updated", Times.mail(book.opened()))
                .put("uri", place + ".json");
        ObjectNode parts = node.putObject("subresource_uris");
        parts.put("calls", place + "/Calls.json")
                .put("recordings", place + "/Recordings.json")
                .put("incoming_phone_numbers", place + "/IncomingPhoneNumbers.json")
                .put("applications", place + "/Applications.json");
        return Answer.ok(node);
    }
}
