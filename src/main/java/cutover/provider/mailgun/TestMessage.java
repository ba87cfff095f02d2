package cutover.provider.mailgun;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plain mail to send.
 *
 * @param domain through which domain of the account
 * @param headers further ones, in order
 * @param variables told again in each event and webhook of the mail
 */
public record TestMessage(
        String domain,
        String from,
        String to,
        String subject,
        String text,
        Map<String, String> headers,
        Map<String, String> variables) {

    public TestMessage {
        if (domain.isBlank() || from.isBlank() || to.isBlank() || subject.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a mail needs domain, from, to, subject and text");
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
