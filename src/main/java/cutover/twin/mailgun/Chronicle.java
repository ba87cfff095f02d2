package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.clockwork.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes down what happens to mail, in the shape of the events API (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure">the vendor's page</a>).
 */
final class Chronicle {

    private final Clock clock;
    private final Ids ids;

    Chronicle(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    void accepted(Ledger ledger, Mailing mailing, String recipient) {
        ledger.add(event("accepted", "info", mailing, recipient).put("method", "http"));
    }

    /** @param routes those that took the message */
    void acceptedInbound(Ledger ledger, Mailing mailing, String recipient, List<Route> routes) {
        ObjectNode event = event("accepted", "info", mailing, recipient).put("method", "smtp");
        ArrayNode list = event.putArray("routes");
        routes.forEach(route -> list.add(route.json()));
        ledger.add(event);
    }

    void delivered(Ledger ledger, Mailing mailing, String recipient) {
        ObjectNode event = event("delivered", "info", mailing, recipient);
        event.putObject("delivery-status").put("code", 250).put("message", "OK").put("description", "");
        ledger.add(event);
    }

    /** The event as a webhook would have it; it is not written down. */
    ObjectNode failure(Mailing mailing, String recipient, Failure failure) {
        String level = failure.severity().equals("permanent") ? "error" : "warn";
        ObjectNode event = event("failed", level, mailing, recipient)
                .put("severity", failure.severity())
                .put("reason", failure.reason());
        event.putObject("delivery-status")
                .put("code", failure.code())
                .put("message", failure.message())
                .put("description", failure.description());
        return event;
    }

    void stored(Domain domain, Ledger ledger, Mailing mailing, String recipient, String key) {
        ObjectNode event = event("stored", "info", mailing, recipient);
        event.putObject("storage").put("key", key).put("url", "/v3/domains/" + domain.name() + "/messages/" + key);
        ledger.add(event);
    }

    private ObjectNode event(String name, String level, Mailing mailing, String recipient) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("id", ids.letters(22, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
                .put("event", name)
                .put("timestamp", seconds(clock.instant()))
                .put("log-level", level)
                .put("recipient", recipient)
                .put("recipient-domain", recipient.substring(recipient.indexOf('@') + 1));
        event.putArray("campaigns");
        mailing.tags().forEach(event.putArray("tags")::add);
        mailing.variables().forEach(event.putObject("user-variables")::put);
        event.putObject("flags")
                .put("is-authenticated", true)
                .put("is-routed", false)
                .put("is-system-test", false)
                .put("is-test-mode", mailing.testMode());
        event.putObject("envelope")
                .put("sender", mailing.letter().sender())
                .put("transport", "smtp")
                .put("targets", recipient);
        describe(event.putObject("message"), mailing.letter());
        return event;
    }

    private static void describe(ObjectNode message, Letter letter) {
        message.putObject("headers")
                .put("message-id", letter.id())
                .put("from", letter.header("From"))
                .put("to", letter.header("To"))
                .put("subject", letter.header("Subject"));
        message.putArray("attachments");
        letter.recipients().forEach(message.putArray("recipients")::add);
        message.put("size", letter.mime().length);
    }

    private static BigDecimal seconds(Instant time) {
        long micros = TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
        return BigDecimal.valueOf(micros, 6);
    }
}
