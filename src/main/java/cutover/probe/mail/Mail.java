package cutover.probe.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail as a reader sees it.
 *
 * @param folder where it lies
 * @param messageId with its angle brackets; empty when it has none
 * @param from address only; empty when it has none
 * @param to addresses only
 * @param cc addresses only
 * @param subject unfolded and decoded
 * @param received when the server took it in, to the second
 * @param sent the Date header; empty when there is none that can be read
 * @param headers in order, unfolded, repeated names kept
 * @param text all plain-text parts, decoded; empty when there is none
 * @param html all HTML parts, decoded; empty when there is none
 * @param cut true when the mail was larger than the probe reads, so that text and html may end early
 */
public record Mail(
        String folder,
        String messageId,
        String from,
        List<String> to,
        List<String> cc,
        String subject,
        Instant received,
        Optional<Instant> sent,
        List<Map.Entry<String, String>> headers,
        String text,
        String html,
        boolean cut) {

    public Mail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        headers = List.copyOf(headers);
    }

    /** First header of that name, without regard to case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** "'Internal Server Error' from a@example.org to b@example.org, received 2026-11-22T15:00:00Z in INBOX". */
    public String told() {
        return "'%s' from %s to %s, received %s in %s"
                .formatted(subject, from, String.join(", ", to), received, folder);
    }

    /** Without headers and bodies, which may hold sessions. */
    @Override
    public String toString() {
        return told();
    }
}
