package cutover.twin.mailgun;

import java.util.List;
import java.util.Map;

/**
 * A message with what its sender told the vendor besides.
 *
 * @param variables posted back with each event
 * @param testMode accepted, but not delivered
 */
record Mailing(Letter letter, List<String> tags, Map<String, String> variables, boolean testMode) {

    Mailing {
        tags = List.copyOf(tags);
        variables = Map.copyOf(variables);
    }

    /** Inbound mail: nobody told anything. */
    static Mailing inbound(Letter letter) {
        return new Mailing(letter, List.of(), Map.of(), false);
    }
}
