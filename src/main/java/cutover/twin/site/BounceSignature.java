package cutover.twin.site;

import cutover.twin.site.django.Hmac;
import cutover.twin.site.django.Params;
import cutover.twin.site.django.Raised;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What the mail vendor puts into a report of its own: a digest over time and token, not over what is reported. */
record BounceSignature(String timestamp, String token, String digest) {

    /**
     * Reads the three fields.
     *
     * @throws Raised when one is missing
     */
    static BounceSignature of(Params form) {
        return new BounceSignature(
                Bounce.field(form, "timestamp"), Bounce.field(form, "token"), Bounce.field(form, "signature"));
    }

    /**
     * Whether it was made with that key.
     *
     * @throws Raised when the digest is not ASCII, which the application's language refuses to compare
     */
    boolean madeWith(String key) {
        if (!ascii()) {
            throw new Raised(
                    "TypeError",
                    "comparing strings with non-ASCII characters is not supported",
                    "project/services/mailgun.py, is_a_valid_mailgun_post");
        }
        return Hmac.same(HexFormat.of().formatHex(Hmac.SHA256.of(key, timestamp + token)), digest);
    }

    boolean ascii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(digest);
    }

    /** Whether it could have been made with some key. */
    boolean wellFormed() {
        return digest.matches("[0-9a-f]{64}");
    }
}
