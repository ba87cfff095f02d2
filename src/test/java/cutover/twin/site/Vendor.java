package cutover.twin.site;

import cutover.twin.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and posts as the vendors do, with code of its own. */
public record Vendor(Browser browser) {

    public static final String MAILGUN_KEY = "key-for-tests-only";
    public static final String TWILIO_TOKEN = "token-for-tests-only";
    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String TIMESTAMP = "1521133200";
    public static final String TOKEN = "0123456789abcdef0123456789abcdef0123456789abcdef01";

    /** A report of a bounce with a right signature; may be changed. */
    public static Map<String, String> bounce() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", "bounced");
        fields.put("recipient", "alice@example.com");
        fields.put("error", "5.1.1 The email account that you tried to reach does not exist\u2026\nsecond line");
        fields.put(
                "message-headers",
                "[[\"Received\", \"by somebody\"], [\"Sender\", \"nobody@clearmyrecord.org\"],"
                        + " [\"Date\", \"Fri, 03 May 2013 18:26:27 +0000\"], [\"Subject\", \"Test bounces webhook\"],"
                        + " [\"Sender\", \"bob@clearmyrecord.org\"]]");
        fields.put("timestamp", TIMESTAMP);
        fields.put("token", TOKEN);
        fields.put("signature", bounceSignature(MAILGUN_KEY, TIMESTAMP, TOKEN));
        return fields;
    }

    public static Map<String, String> bounceWith(String name, String value) {
        Map<String, String> fields = bounce();
        fields.put(name, value);
        return fields;
    }

    public static Map<String, String> bounceWithout(String name) {
        Map<String, String> fields = bounce();
        fields.remove(name);
        return fields;
    }

    public static String bounceSignature(String key, String timestamp, String token) {
        return HexFormat.of().formatHex(hmac("HmacSHA256", key, timestamp + token));
    }

    public static Map<String, String> call() {
        return Map.of("CallSid", "CA1", "From", "+14155550100", "To", "+14155550199", "Digits", "caf\u00e9 #1");
    }

    public static String callSignature(String token, String url, Map<String, String> fields) {
        String text = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + field.getValue())
                        .collect(Collectors.joining());
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", token, url + text));
    }

    WebResponse bounced(Map<String, String> fields) {
        return browser.send("POST", "/mailgun-bounce", Map.of("Content-Type", FORM), encoded(fields));
    }

    WebResponse bounced(byte[] multipart, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "multipart/form-data; boundary=\"cut here\"");
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return browser.send("POST", "/mailgun-bounce", all, multipart);
    }

    /** A call with a signature over that URL and these fields. */
    WebResponse called(String address, String signedUrl, Map<String, String> fields) {
        return called(address, fields, callSignature(TWILIO_TOKEN, signedUrl, fields));
    }

    WebResponse called(String address, Map<String, String> fields, String signature) {
        return called(address, fields, signature, Map.of());
    }

    WebResponse called(String address, Map<String, String> fields, String signature, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", FORM);
        if (!signature.isEmpty()) {
            headers.put("X-Twilio-Signature", signature);
        }
        return browser.send("POST", address, headers, encoded(fields));
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A form of several parts, the first of which is a file that is not text. */
    public static byte[] multipart(Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes("--cut here\r\nContent-Disposition: form-data; name=\"attachment-1\";"
                + " filename=\"message.mime\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\r', '\n', (byte) 0xc3, '(', '-', '-'});
        fields.forEach((name, value) -> body.writeBytes(
                bytes("\r\n--cut here\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)));
        body.writeBytes(bytes("\r\n--cut here--\r\n"));
        return body.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // the platform takes no empty key; a zero byte pads to the same block (RFC 2104)
            mac.init(new SecretKeySpec(key.isEmpty() ? new byte[1] : bytes(key), algorithm));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
