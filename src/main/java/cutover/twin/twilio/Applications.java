package cutover.twin.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.List;

/** The account's shared addresses. */
final class Applications implements Resource {

    private final Book book;

    Applications(Book book) {
        this.book = book;
    }

    @Override
    public WebResponse list(ApiCall call) {
        if (!call.get()) {
            return Resource.notAllowed(call);
        }
        List<TwimlApplication> all = book.applications().newestFirst().stream()
                .filter(Filter.same(call.query(), "FriendlyName", TwimlApplication::friendlyName))
                .toList();
        return Answer.ok(
                Page.of(all, call.query(), TwimlApplication::sid).old(call.path(), "applications", this::render));
    }

    @Override
    public WebResponse one(String sid, ApiCall call) {
        return book.applications()
                .find(sid)
                .map(application -> call.get()
                        ? Answer.ok(render(application))
                        : call.post() ? update(application, call.form()) : Resource.notAllowed(call))
                .orElseGet(() -> Answer.notFound(call.path()));
    }

    private WebResponse update(TwimlApplication old, Form form) {
        return Hook.refusal(form).orElseGet(() -> {
            TwimlApplication changed = new TwimlApplication(
                    old.sid(),
                    form.get("FriendlyName").orElse(old.friendlyName()),
                    Hook.sent(form, "VoiceUrl", "VoiceMethod", old.voice()),
                    Hook.sent(form, "VoiceFallbackUrl", "VoiceFallbackMethod", old.fallback()),
                    Hook.sent(form, "StatusCallback", "StatusCallbackMethod", old.status()),
                    old.created());
            book.applications().put(changed.sid(), changed);
            return Answer.ok(render(changed));
        });
    }

    /** The three addresses that numbers and applications have in common. */
    static ObjectNode hooks(ObjectNode node, Hook voice, Hook fallback, Hook status) {
        return node.put("voice_url", voice.url())
                .put("voice_method", voice.method())
                .put("voice_fallback_url", fallback.url())
                .put("voice_fallback_method", fallback.method())
                .put("status_callback", status.url())
                .put("status_callback_method", status.method());
    }

    private ObjectNode render(TwimlApplication application) {
        String account = book.account().sid();
        ObjectNode node = Answer.node()
                .put("sid", application.sid())
                .put("account_sid", account)
                .put("friendly_name", application.friendlyName())
                .put("api_version", "2010-04-01")
                .put("date_created", Times.mail(application.created()))
                .put("date_updated", Times.mail(application.created()))
                .put("voice_caller_id_lookup", false)
                .put("uri", "/2010-04-01/Accounts/" + account + "/Applications/" + application.sid() + ".json");
        return hooks(node, application.voice(), application.fallback(), application.status());
    }
}
