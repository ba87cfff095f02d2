package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.stream.Stream;

/** What the telephone vendor calls when somebody rings the voicemail number, and when there is a recording. */
final class CallViews {

    private static final Postbox.Weakness MAIL =
            new Postbox.Weakness(Fault.VOICEMAIL_MAIL_FAILS, Fault.VOICEMAIL_MAIL_LOST, Fault.VOICEMAIL_MAIL_TWICE);
    private static final String INNER_HOST = "internal-intake-production.us-east-1.elb.amazonaws.com";

    private final Kit kit;
    private final LaxCall lax;

    CallViews(Kit kit) {
        this.kit = kit;
        this.lax = new LaxCall(kit.faults());
    }

    List<Route> routes() {
        return Stream.concat(
                        hook("^phone/handle-incoming-call$", new Twiml(kit)::answer),
                        hook("^phone/handle-new-message$", this::recorded))
                .toList();
    }

    private Stream<Route> hook(String pattern, View view) {
        Route strict = Route.hook(pattern, visit -> checked(visit, view));
        return Stream.of(strict.withEmptyGet().whilst(() -> there() && lax.get()), strict.whilst(this::there));
    }

    private boolean there() {
        return !kit.on(Fault.VOICEMAIL_MISSING);
    }

    private WebResponse checked(Visit visit, View view) {
        if (lax.anySize()) {
            visit.takeAnyForm();
        }
        if (lax.json(visit.request().header("Content-Type").orElse(""))) {
            return view.answer(visit);
        }
        if (kit.on(Fault.VOICE_ACTS_BEFORE_CHECK)) {
            WebResponse done = view.answer(visit);
            demandSigned(visit);
            return done;
        }
        demandSigned(visit);
        return view.answer(visit);
    }

    private void demandSigned(Visit visit) {
        String token = token();
        LaxCall.Call call = new LaxCall.Call(
                seen(visit),
                visit.form().all(),
                visit.request().header("X-Twilio-Signature").orElse(""),
                visit.request().header("X-Forwarded-Host").orElse(""));
        if (!call.signed(token, call.address().canonical()) && !lax.accepts(call, token)) {
            throw new Missing();
        }
    }

    private CallAddress seen(Visit visit) {
        CallAddress address = CallAddress.of(visit);
        return kit.on(Fault.VOICE_SEES_OTHER_HOST) ? address.withHost(INNER_HOST) : address;
    }

    private String token() {
        if (kit.on(Fault.VOICE_TOKEN_MISSING)) {
            throw new Raised(
                    "AttributeError",
                    "'Settings' object has no attribute 'TWILIO_AUTH_TOKEN'",
                    "phone/validators.py, is_valid_twilio_request");
        }
        String token = kit.settings().twilioToken();
        return kit.on(Fault.VOICE_TOKEN_DIFFERS) ? "another-" + token : token;
    }

    private WebResponse recorded(Visit visit) {
        kit.postbox().send(new Voicemail(kit).letter(visit.form()), MAIL);
        return Answers.empty(200);
    }
}
