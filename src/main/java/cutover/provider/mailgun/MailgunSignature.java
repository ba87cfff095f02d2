package cutover.provider.mailgun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Mailgun signs what it posts: the HMAC-SHA256 over time stamp and token, in hexadecimal. It does not cover the rest
 * of the post.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks">Securing
 *     webhooks</a>
 */
public final class MailgunSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private MailgunSignature() {}

    /**
     * 64 hexadecimal digits in lower case.
     *
     * @param key may be empty, as it is at a receiver that lost its setting
     * @param timestamp seconds since 1970, as text
     */
    public static String of(String key, String timestamp, String token) {
        return HexFormat.of().formatHex(hmac(bytes(key), bytes(timestamp + token)));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            // Java takes no empty key; RFC 2104 pads keys with zeros, so that one zero is the same key
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each Java has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
