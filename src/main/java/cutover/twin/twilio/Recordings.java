package cutover.twin.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What callers said: the entries, and the sound itself. */
final class Recordings implements Resource {

    private final Book book;

    Recordings(Book book) {
        this.book = book;
    }

    @Override
    public WebResponse list(ApiCall call) {
        return listed(call, Filter.same(call.query(), "CallSid", Recording::call));
    }

    /** Those of one call. */
    WebResponse ofCall(String sid, ApiCall call) {
        return book.calls().find(sid).isPresent()
                ? listed(call, recording -> recording.call().equals(sid))
                : Answer.notFound(call.path());
    }

    @Override
    public WebResponse one(String sid, ApiCall call) {
        return book.recordings()
                .find(sid)
                .map(recording -> call.get()
                        ? Answer.ok(render(recording))
                        : call.delete() ? deleted(sid) : Resource.notAllowed(call))
                .orElseGet(() -> Answer.notFound(call.path()));
    }

    /** The sound: silence, of the recording's length. */
    WebResponse sound(String sid, ApiCall call) {
        return book.recordings()
                .find(sid)
                .map(recording -> new WebResponse(
                        200, List.of(Map.entry("Content-Type", "audio/x-wav")), Silence.seconds(recording.seconds())))
                .orElseGet(() -> Answer.notFound(call.path()));
    }

    private WebResponse listed(ApiCall call, Predicate<Recording> which) {
        if (!call.get()) {
            return Resource.notAllowed(call);
        }
        return Filter.refusal(call.query(), "DateCreated").orElseGet(() -> found(call, which));
    }

    private WebResponse found(ApiCall call, Predicate<Recording> which) {
        List<Recording> all = book.recordings().newestFirst().stream()
                .filter(which)
                .filter(Filter.time(call.query(), "DateCreated", Recording::created))
                .toList();
        return Answer.ok(Page.of(all, call.query(), Recording::sid).old(call.path(), "recordings", this::render));
    }

    private WebResponse deleted(String sid) {
        book.recordings().remove(sid);
        return Answer.gone();
    }

    private ObjectNode render(Recording recording) {
        String account = book.account().sid();
        String place = "/2010-04-01/Accounts/" + account + "/Recordings/" + recording.sid();
        return Answer.node()
                .put("sid", recording.sid())
                .put("account_sid", account)
                .put("call_sid", recording.call())
                .put("conference_sid", (String) null)
                .put("api_version", "2010-04-01")
                .put("date_created", Times.mail(recording.created()))
                .put("date_updated", Times.mail(recording.created()))
                .put("start_time", Times.mail(recording.created()))
                .put("duration", Long.toString(recording.seconds()))
                .put("channels", 1)
                .put("source", "RecordVerb")
                .put("status", "completed")
                .put("error_code", (String) null)
                .put("price", (String) null)
                .put("price_unit", "USD")
                .put("media_url", "https://api.twilio.com" + place)
                .put("uri", place + ".json");
    }
}
