package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Params;
import cutover.twin.web.Letter;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where the mail vendor reports bounces: the person whose mail bounced is told by mail. Neither the age of a report nor a
 * repetition is looked at, and the signature covers nothing of what is reported.
 */
final class BounceViews {

    private static final Postbox.Weakness MAIL =
            new Postbox.Weakness(Fault.BOUNCE_MAIL_FAILS, Fault.BOUNCE_MAIL_LOST, Fault.BOUNCE_MAIL_TWICE);

    private final Kit kit;
    private final LaxBounce lax;

    BounceViews(Kit kit) {
        this.kit = kit;
        this.lax = new LaxBounce(kit.faults());
    }

    List<Route> routes() {
        Route bounce = Route.hook("^mailgun-bounce$", this::bounced);
        return List.of(bounce.withEmptyGet().whilst(lax::get), bounce);
    }

    private WebResponse bounced(Visit visit) {
        if (lax.anySize()) {
            visit.takeAnyForm();
        }
        if (kit.on(Fault.BOUNCE_ACTS_BEFORE_CHECK)) {
            mailed(Bounce.of(visit.form()));
            checked(visit.form());
            return Answers.empty(200);
        }
        Bounce bounce = lax.json(visit.request()).orElseGet(() -> checked(visit.form()));
        mailed(bounce);
        return Answers.empty(200);
    }

    private void mailed(Bounce bounce) {
        if (!lax.forgets(bounce)) {
            kit.postbox().send(letter(bounce), MAIL);
        }
    }

    private Bounce checked(Params form) {
        if (!lax.accepts(form) && !BounceSignature.of(form).madeWith(key())) {
            throw new Missing();
        }
        return Bounce.of(form);
    }

    private String key() {
        if (kit.on(Fault.BOUNCE_KEY_EMPTY)) {
            return "";
        }
        return kit.on(Fault.BOUNCE_KEY_DIFFERS)
                ? "another-" + kit.settings().mailgunKey()
                : kit.settings().mailgunKey();
    }

    private Letter letter(Bounce bounce) {
        Letter letter = bounce.letter(kit.settings().defaultSender());
        if (kit.on(Fault.BOUNCE_SUBJECT_CHANGED)) {
            return new Letter(letter.from(), letter.to(), "Undeliverable", letter.text(), letter.html());
        }
        if (!kit.on(Fault.BOUNCE_MAIL_GARBLED)) {
            return letter;
        }
        Optional<String> html = letter.html().map(BounceViews::garbled);
        return new Letter(letter.from(), letter.to(), letter.subject(), garbled(letter.text()), html);
    }

    private static String garbled(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
