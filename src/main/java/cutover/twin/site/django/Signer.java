package cutover.twin.site.django;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what leaves the application and comes back: sessions, flash messages, links. Bound to the secret key. */
public final class Signer {

    private final String secretKey;

    public Signer(String secretKey) {
        this.secretKey = secretKey;
    }

    /** The text, readable, together with its signature; only characters that a cookie may carry unquoted. */
    public String sign(String purpose, String text) {
        return digest(purpose, text)
                + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text behind a signed one; empty when it was not signed for this purpose with this key. */
    public Optional<String> read(String purpose, String signed) {
        int colon = signed.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(signed.substring(colon + 1)), StandardCharsets.UTF_8);
            byte[] expected = digest(purpose, text).getBytes(StandardCharsets.US_ASCII);
            byte[] given = signed.substring(0, colon).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, given) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Hexadecimal HMAC-SHA1. */
    public String digest(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((purpose + secretKey).getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA1", impossible);
        }
    }
}
