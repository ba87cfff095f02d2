package cutover.provider.mailgun;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * An incoming mail that Mailgun keeps for some days.
 *
 * @param url where Mailgun keeps it
 * @param at when Mailgun stored it
 * @param mime the mail as it came; copied in and out
 */
public record StoredMail(String url, String recipient, Instant at, byte[] mime) {

    public StoredMail {
        mime = mime.clone();
    }

    @Override
    public byte[] mime() {
        return mime.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredMail that
                && url.equals(that.url)
                && recipient.equals(that.recipient)
                && at.equals(that.at)
                && Arrays.equals(mime, that.mime);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, recipient, at, Arrays.hashCode(mime));
    }

    @Override
    public String toString() {
        return "mail to " + recipient + " stored " + at + ", " + mime.length + " bytes";
    }
}
