package cutover.provider.mailgun;

import java.time.Instant;

/**
 * What happened to a mail; whatever Mailgun leaves out is an empty text.
 *
 * @param event accepted, delivered, failed, rejected, stored, …
 * @param messageId without angle brackets
 * @param severity permanent or temporary, for {@code failed}
 * @param code SMTP's or Mailgun's own; 0 when there is none
 * @param description what the other mail server said, else Mailgun's own words or reason
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/events">Events</a>
 */
public record MailEvent(
        String id,
        String event,
        Instant at,
        String recipient,
        String messageId,
        String severity,
        int code,
        String description) {}
