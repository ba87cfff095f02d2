package cutover.twin.dns;

import java.time.Clock;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;

/**
 * The key by which a zone may be changed (RFC 8945).
 *
 * @param name absolute, with its dot
 * @param algorithm as RFC 8945 section 6 names it, without a dot
 * @param secret base64
 */
public record UpdateKey(String name, String algorithm, String secret) {

    TSIG tsig(Clock clock) {
        byte[] key = Base64.getDecoder().decode(secret);
        return new TSIG(TSIG.HMAC_SHA256, name(name), new SecretKeySpec(key, "HmacSHA256"), clock);
    }

    private static Name name(String text) {
        return Records.name(text, Name.root);
    }

    @Override
    public String toString() {
        return "UpdateKey[" + name + ", " + algorithm + "]";
    }
}
