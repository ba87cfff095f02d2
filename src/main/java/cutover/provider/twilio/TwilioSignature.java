package cutover.provider.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Twilio signs a form that it posts: Base64 of the HMAC-SHA1 over the address and then each field's name and value,
 * the names in the order of their code units.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Validating requests</a>
 */
public final class TwilioSignature {

    /** Name of the header that carries the signature. */
    public static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";

    private TwilioSignature() {}

    /**
     * The header's value.
     *
     * @param authToken the key; may be empty, as it is at a receiver that lost its setting
     * @param url full address as the receiver sees it, with its query
     * @param fields of the form; empty for a GET
     */
    public static String of(String authToken, String url, Map<String, String> fields) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        return Base64.getEncoder().encodeToString(hmac(bytes(authToken), bytes(signed.toString())));
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
