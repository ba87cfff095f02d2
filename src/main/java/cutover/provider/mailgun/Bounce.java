package cutover.provider.mailgun;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mail that came back.
 *
 * @param domain of the account through which it went
 * @param recipient who did not get it
 * @param sender bare address from which it came
 * @param error what the other mail server said; may hold several lines
 * @param code of SMTP, for instance 550
 * @param sent when it was sent, whole seconds
 * @param messageId without angle brackets
 * @param variables that were attached to the mail, in order
 */
public record Bounce(
        String domain,
        String recipient,
        String sender,
        String subject,
        String error,
        String code,
        Instant sent,
        String messageId,
        Map<String, String> variables) {

    public Bounce {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
