package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An address to which nothing is sent any more, because it bounced. */
record Suppression(String address, int code, String error, Instant created) {

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("address", address)
                .put("code", Integer.toString(code))
                .put("error", error)
                .put("created_at", Answers.date(created));
    }
}
