package cutover.twin.mailgun;

import cutover.twin.clockwork.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what the vendor sends, so that the receiver can tell it from what others send. */
final class Seal {

    private static final String HMAC = "HmacSHA256";

    private final byte[] key;
    private final Clock clock;
    private final Ids ids;

    /**
     * One signature.
     *
     * @param timestamp seconds since 1970, now
     * @param token new for each signature
     * @param signature in hexadecimal
     */
    record Signed(String timestamp, String token, String signature) {}

    Seal(String key, Clock clock, Ids ids) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        this.ids = ids;
    }

    Signed now() {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String token = ids.hex(50);
        return new Signed(timestamp, token, HexFormat.of().formatHex(hmac(timestamp + token)));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
