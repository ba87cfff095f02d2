package cutover.provider.mailgun;

import java.time.Instant;

/**
 * What Mailgun adds to each post.
 *
 * @param timestamp seconds since 1970, as text
 * @param token 50 characters that never come twice, from Mailgun
 * @param signature see {@link MailgunSignature}
 */
public record Signed(String timestamp, String token, String signature) {

    /** @param key may be empty */
    public static Signed by(String key, Instant at, String token) {
        String timestamp = Long.toString(at.getEpochSecond());
        return new Signed(timestamp, token, MailgunSignature.of(key, timestamp, token));
    }
}
