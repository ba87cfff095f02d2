package cutover.provider.mailgun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A permanent failure in the shape of today's webhooks.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure">Event structure</a>
 */
final class BounceEvent {

    private static final int LENGTH_OF_ID = 22;

    private BounceEvent() {}

    static ObjectNode of(Bounce bounce, Signed signed) {
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        post.putObject("signature")
                .put("token", signed.token())
                .put("timestamp", signed.timestamp())
                .put("signature", signed.signature());
        failed(post.putObject("event-data"), bounce, signed);
        return post;
    }

    private static void failed(ObjectNode event, Bounce bounce, Signed signed) {
        event.put(
                        "id",
                        signed.token()
                                .substring(
                                        0, Math.min(LENGTH_OF_ID, signed.token().length())))
                .put("timestamp", Double.parseDouble(signed.timestamp()))
                .put("log-level", "error")
                .put("event", "failed")
                .put("severity", "permanent")
                .put("reason", "bounce");
        event.putObject("delivery-status")
                .put("attempt-no", 1)
                .put("message", bounce.error())
                .put("code", Integer.parseInt(bounce.code()))
                .put("description", "")
                .put("session-seconds", 0.0);
        event.putObject("flags")
                .put("is-routed", false)
                .put("is-authenticated", true)
                .put("is-system-test", false)
                .put("is-test-mode", false);
        event.putObject("envelope")
                .put("sender", bounce.sender())
                .put("transport", "smtp")
                .put("targets", bounce.recipient());
        message(event.putObject("message"), bounce);
        event.put("recipient", bounce.recipient())
                .put(
                        "recipient-domain",
                        bounce.recipient().substring(bounce.recipient().indexOf('@') + 1));
        event.putArray("campaigns");
        event.putArray("tags");
        bounce.variables().forEach(event.putObject("user-variables")::put);
    }

    private static void message(ObjectNode message, Bounce bounce) {
        message.putObject("headers")
                .put("to", bounce.recipient())
                .put("message-id", bounce.messageId())
                .put("from", bounce.sender())
                .put("subject", bounce.subject());
        message.putArray("attachments");
        message.put("size", 111);
    }
}
