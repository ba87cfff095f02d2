package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The vendor's word that a request is its own, as its page on webhook security describes it. */
final class Signature {

    private Signature() {}

    /**
     * Base64 of HMAC-SHA1 over the address, followed by name and value of each posted field in the order of the names.
     *
     * @param url as it is called, with its query
     * @param posted none for a GET
     */
    static String of(String token, String url, List<Map.Entry<String, String>> posted) {
        String fields = posted.stream()
                .sorted(Comparator.comparing(Map.Entry<String, String>::getKey))
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal((url + fields).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
