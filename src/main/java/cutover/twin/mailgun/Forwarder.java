package cutover.twin.mailgun;

import cutover.twin.clockwork.Later;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes inbound mail on, to a URL as a form (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http">the vendor's
 * page</a>) or to another mail address.
 */
final class Forwarder {

    private final Mailgun.Delivery delivery;
    private final Caller caller;
    private final Seal seal;
    private final Chronicle chronicle;
    private final Later later;

    Forwarder(Mailgun.Delivery delivery, Caller caller, Seal seal, Chronicle chronicle, Later later) {
        this.delivery = delivery;
        this.caller = caller;
        this.seal = seal;
        this.chronicle = chronicle;
        this.later = later;
    }

    void toUrl(Letter letter, String recipient, String url) {
        Payload payload = Payloads.urlencoded(fields(letter, recipient));
        later.execute(() -> caller.until(url, payload));
    }

    /** Tried once. */
    void toAddress(Ledger ledger, Letter letter, String address) {
        later.execute(() -> {
            Mailing mailing = Mailing.inbound(letter);
            Optional<Refusal> refusal =
                    delivery.deliver(letter.sender(), address, letter.mime()).map(Refusal::parse);
            if (refusal.isEmpty()) {
                chronicle.delivered(ledger, mailing, address);
            } else {
                ledger.add(chronicle.failure(mailing, address, Failure.bounced(refusal.get())));
            }
        });
    }

    private List<Map.Entry<String, String>> fields(Letter letter, String recipient) {
        MailTexts texts = letter.texts();
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("recipient", recipient));
        fields.add(Map.entry("sender", letter.sender()));
        fields.add(Map.entry("from", letter.header("From")));
        fields.add(Map.entry("subject", letter.header("Subject")));
        fields.add(Map.entry("body-plain", texts.plain()));
        fields.add(Map.entry("stripped-text", texts.plain()));
        fields.add(Map.entry("stripped-signature", ""));
        if (!texts.html().isEmpty()) {
            fields.add(Map.entry("body-html", texts.html()));
            fields.add(Map.entry("stripped-html", texts.html()));
        }
        fields.add(Map.entry("message-headers", Payloads.headers(letter).toString()));
        fields.addAll(Payloads.fields(seal.now()));
        return fields;
    }
}
