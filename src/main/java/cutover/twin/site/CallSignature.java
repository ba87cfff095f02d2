package cutover.twin.site;

import cutover.twin.site.django.Hmac;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** How the telephone vendor signs a call: a digest over the address and, in the order of their names, all fields. */
final class CallSignature {

    private CallSignature() {}

    static boolean matches(String signature, String token, String url, Map<String, String> fields) {
        return Hmac.same(signature, of(token, url, fields));
    }

    private static String of(String token, String url, Map<String, String> fields) {
        StringBuilder text = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
        return Base64.getEncoder().encodeToString(Hmac.SHA1.of(token, text.toString()));
    }
}
