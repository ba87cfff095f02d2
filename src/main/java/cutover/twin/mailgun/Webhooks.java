package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells an application of a bounce. */
final class Webhooks {

    private final Caller caller;
    private final Seal seal;
    private final Faults faults;
    private final Later later;

    Webhooks(Caller caller, Seal seal, Faults faults, Later later) {
        this.caller = caller;
        this.seal = seal;
        this.faults = faults;
        this.later = later;
    }

    /**
     * What is to be called, signed for each URL; wiring and faults count as they are now.
     *
     * @param eventData the same in today's shape
     * @return begins the calls
     */
    Runnable bounced(Domain domain, Mailing mailing, String recipient, Refusal refusal, ObjectNode eventData) {
        List<Runnable> calls = new ArrayList<>();
        if (!faults.on(Side.NEW, Fault.MAILGUN_SENDS_NOTHING)) {
            for (String url : domain.webhooks().of(WebhookUrls.PERMANENT_FAIL)) {
                Seal.Signed signed = seal.now();
                Payload payload = faults.on(Side.NEW, Fault.MAILGUN_SENDS_JSON)
                        ? Payloads.json(signed, eventData)
                        : Payloads.urlencoded(fields(domain, mailing, recipient, refusal, signed));
                calls.add(() -> caller.until(url, payload));
            }
        }
        return () -> calls.forEach(later::execute);
    }

    private static List<Map.Entry<String, String>> fields(
            Domain domain, Mailing mailing, String recipient, Refusal refusal, Seal.Signed signed) {
        Letter letter = mailing.letter();
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("event", "bounced"));
        fields.add(Map.entry("recipient", recipient));
        fields.add(Map.entry("domain", domain.name()));
        fields.add(Map.entry("message-headers", Payloads.headers(letter).toString()));
        fields.add(Map.entry("Message-Id", letter.header("Message-Id")));
        fields.add(Map.entry("X-Mailgun-Sid", letter.header("X-Mailgun-Sid")));
        fields.add(Map.entry("code", Integer.toString(refusal.code())));
        fields.add(Map.entry("error", refusal.text()));
        mailing.tags().forEach(tag -> fields.add(Map.entry("tag", tag)));
        fields.addAll(mailing.variables().entrySet());
        fields.addAll(Payloads.fields(signed));
        return fields;
    }
}
