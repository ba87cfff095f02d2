package cutover.twin.mailgun;

import cutover.twin.internet.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The receiver's side of a webhook, with nothing of the sender's. */
record Posted(Map<String, String> fields) {

    static Posted form(Asked request) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : Web.text(request).split("&")) {
            String[] halves = pair.split("=", 2);
            fields.put(
                    URLDecoder.decode(halves[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
        }
        return new Posted(fields);
    }

    String field(String name) {
        return fields.get(name);
    }

    static String signature(String key, String timestamp, String token) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((timestamp + token).getBytes(StandardCharsets.US_ASCII)));
    }
}
