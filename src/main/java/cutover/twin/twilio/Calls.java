package cutover.twin.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The account's calls: placed, looked at, ended and deleted. */
final class Calls implements Resource {

    private final Book book;
    private final Switchboard switchboard;

    Calls(Book book, Switchboard switchboard) {
        this.book = book;
        this.switchboard = switchboard;
    }

    @Override
    public WebResponse list(ApiCall call) {
        return call.get() ? listed(call) : call.post() ? placed(call.form()) : Resource.notAllowed(call);
    }

    @Override
    public WebResponse one(String sid, ApiCall call) {
        return book.calls()
                .find(sid)
                .map(known -> switch (call.method()) {
                    case "GET" -> Answer.ok(render(known));
                    case "POST" -> ended(known, call.form());
                    case "DELETE" -> deleted(known);
                    default -> Resource.notAllowed(call);
                })
                .orElseGet(() -> Answer.notFound(call.path()));
    }

    private WebResponse listed(ApiCall call) {
        return Filter.refusal(call.query(), "StartTime", "EndTime").orElseGet(() -> found(call));
    }

    private WebResponse found(ApiCall call) {
        Form query = call.query();
        Predicate<Call> asked = Filter.<Call>same(query, "To", Call::to)
                .and(Filter.same(query, "From", Call::from))
                .and(Filter.same(query, "Status", known -> known.status().word()))
                .and(Filter.same(query, "ParentCallSid", known -> ""))
                .and(Filter.time(query, "StartTime", Calls::started))
                .and(Filter.time(query, "EndTime", known -> known.ended().orElse(Instant.MAX)));
        List<Call> all = book.calls().newestFirst().stream().filter(asked).toList();
        return Answer.ok(Page.of(all, query, Call::sid).old(call.path(), "calls", this::render));
    }

    private WebResponse placed(Form form) {
        return Ordered.refusal(form, book).orElseGet(() -> {
            Call call = book.outbound(
                    form.get("From").orElse(""),
                    form.get("To").orElse(""),
                    Ordered.hook(form, "StatusCallback", "StatusCallbackMethod"));
            switchboard.place(call, Ordered.order(form));
            return Answer.created(render(call));
        });
    }

    private WebResponse ended(Call call, Form form) {
        String status = form.get("Status").orElse("");
        boolean early = call.status().compareTo(CallStatus.IN_PROGRESS) < 0;
        if (call.status().over() || status.equals("canceled") && !early) {
            return Answer.badRequest(
                    21220, "Invalid call state: the call is " + call.status().word());
        }
        switch (status) {
            case "completed" -> switchboard.end(call.sid(), CallStatus.COMPLETED);
            case "canceled" -> switchboard.end(call.sid(), CallStatus.CANCELED);
            default -> {
                return Answer.badRequest(21200, "Status must be completed or canceled");
            }
        }
        return Answer.ok(render(book.calls().find(call.sid()).orElse(call)));
    }

    private WebResponse deleted(Call call) {
        if (!call.status().over()) {
            return Answer.error(409, 20409, "The call is still " + call.status().word());
        }
        book.calls().remove(call.sid());
        return Answer.gone();
    }

    private ObjectNode render(Call call) {
        String account = book.account().sid();
        String place = "/2010-04-01/Accounts/" + account + "/Calls/" + call.sid();
        ObjectNode node = Answer.node()
                .put("sid", call.sid())
                .put("account_sid", account)
                .put("parent_call_sid", (String) null)
                .put("phone_number_sid", call.line().isEmpty() ? null : call.line())
                .put("to", call.to())
                .put("to_formatted", formatted(call.to()))
                .put("from", call.from())
                .put("from_formatted", formatted(call.from()))
                .put("status", call.status().word())
                .put("direction", call.direction())
                .put("date_created", Times.mail(call.created()))
                .put("date_updated", Times.mail(call.updated()))
                .put("start_time", call.answered().map(Times::mail).orElse(null))
                .put("end_time", call.ended().map(Times::mail).orElse(null))
                .put("duration", call.seconds().map(String::valueOf).orElse(null))
                .put("price", (String) null)
                .put("price_unit", "USD")
                .put("answered_by", (String) null)
                .put("caller_name", call.inbound() ? "" : null)
                .put("forwarded_from", call.inbound() ? call.to() : null)
                .put("group_sid", (String) null)
                .put("queue_time", "0")
                .put("trunk_sid", "")
                .put("api_version", "2010-04-01")
                .put("uri", place + ".json");
        node.putObject("subresource_uris").put("recordings", place + "/Recordings.json");
        return node;
    }

    /** A call that nobody has answered yet counts from when it was made. */
    private static Instant started(Call call) {
        return call.answered().orElse(call.created());
    }

    private static String formatted(String number) {
        return number.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})$", "($1) $2-$3");
    }
}
