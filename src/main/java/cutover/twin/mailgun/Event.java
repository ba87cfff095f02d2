package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * One thing that happened to one message for one recipient.
 *
 * @param number counts up in the domain
 * @param json as the API shows it, but that the address of what is stored has no host
 */
record Event(long number, ObjectNode json) {

    Event {
        json = json.deepCopy();
    }

    /** Seconds since 1970, to the microsecond. */
    BigDecimal at() {
        return json.path("timestamp").decimalValue();
    }

    /** With addresses at the host that was asked. */
    ObjectNode shown(String base) {
        ObjectNode shown = json.deepCopy();
        if (shown.path("storage") instanceof ObjectNode storage) {
            storage.put("url", base + storage.path("url").asText());
        }
        return shown;
    }
}
