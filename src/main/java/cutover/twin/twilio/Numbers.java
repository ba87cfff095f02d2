package cutover.twin.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.List;

/** The account's numbers, and where they point. */
final class Numbers implements Resource {

    private final Book book;

    Numbers(Book book) {
        this.book = book;
    }

    @Override
    public WebResponse list(ApiCall call) {
        if (!call.get()) {
            return Resource.notAllowed(call);
        }
        String part = call.query().get("PhoneNumber").orElse("").replace("*", "");
        List<PhoneNumber> all = book.numbers().newestFirst().stream()
                .filter(number -> number.number().contains(part))
                .filter(Filter.same(call.query(), "FriendlyName", PhoneNumber::friendlyName))
                .toList();
        return Answer.ok(
                Page.of(all, call.query(), PhoneNumber::sid).old(call.path(), "incoming_phone_numbers", this::render));
    }

    @Override
    public WebResponse one(String sid, ApiCall call) {
        return book.numbers()
                .find(sid)
                .map(number -> call.get()
                        ? Answer.ok(render(number))
                        : call.post() ? update(number, call.form()) : Resource.notAllowed(call))
                .orElseGet(() -> Answer.notFound(call.path()));
    }

    private WebResponse update(PhoneNumber number, Form form) {
        return Hook.refusal(form).orElseGet(() -> {
            PhoneNumber changed = changed(number, form);
            book.numbers().put(number.sid(), changed);
            return Answer.ok(render(changed));
        });
    }

    private PhoneNumber changed(PhoneNumber number, Form form) {
        return new PhoneNumber(
                number.sid(),
                number.number(),
                form.get("FriendlyName").orElse(number.friendlyName()),
                Hook.sent(form, "VoiceUrl", "VoiceMethod", number.voice()),
                Hook.sent(form, "VoiceFallbackUrl", "VoiceFallbackMethod", number.fallback()),
                Hook.sent(form, "StatusCallback", "StatusCallbackMethod", number.status()),
                form.get("VoiceApplicationSid").orElse(number.application()),
                number.created(),
                book.now());
    }

    private ObjectNode render(PhoneNumber number) {
        String account = book.account().sid();
        ObjectNode node = Answer.node()
                .put("sid", number.sid())
                .put("account_sid", account)
                .put("friendly_name", number.friendlyName())
                .put("phone_number", number.number())
                .put("api_version", "2010-04-01")
                .put("date_created", Times.mail(number.created()))
                .put("date_updated", Times.mail(number.updated()))
                .put("voice_caller_id_lookup", false)
                .put("voice_receive_mode", "voice")
                .put("voice_application_sid", number.application().isEmpty() ? null : number.application())
                .put("sms_url", "")
                .put("sms_method", "POST")
                .put("sms_fallback_url", "")
                .put("sms_fallback_method", "POST")
                .put("sms_application_sid", (String) null)
                .put("trunk_sid", (String) null)
                .put("address_requirements", "none")
                .put("address_sid", (String) null)
                .put("beta", false)
                .put("emergency_status", "Inactive")
                .put("emergency_address_sid", (String) null)
                .put("origin", "twilio")
                .put("status", "in-use")
                .put("uri", "/2010-04-01/Accounts/" + account + "/IncomingPhoneNumbers/" + number.sid() + ".json");
        node.putObject("capabilities")
                .put("voice", true)
                .put("sms", false)
                .put("mms", false)
                .put("fax", false);
        return Applications.hooks(node, number.voice(), number.fallback(), number.status());
    }
}
