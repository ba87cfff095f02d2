package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The forms in which the vendor sends what it has to say. */
final class Payloads {

    private static final String BOUNDARY = "f723ccea-a5e9-497a-806e-7088c837e9e0";

    private Payloads() {}

    static Payload urlencoded(List<Map.Entry<String, String>> fields) {
        return new Payload("application/x-www-form-urlencoded", bytes(new Form(fields).text()));
    }

    /** A form with one file in it (RFC 7578). */
    static Payload multipart(List<Map.Entry<String, String>> fields, String name, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields) {
            part(body, "name=\"" + field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8));
        }
        part(
                body,
                "name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                file);
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return new Payload("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    /** Today's shape of a webhook. */
    static Payload json(Seal.Signed signed, ObjectNode eventData) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("signature")
                .put("timestamp", signed.timestamp())
                .put("token", signed.token())
                .put("signature", signed.signature());
        body.set("event-data", eventData);
        return new Payload("application/json", bytes(body.toString()));
    }

    static List<Map.Entry<String, String>> fields(Seal.Signed signed) {
        return List.of(
                Map.entry("timestamp", signed.timestamp()),
                Map.entry("token", signed.token()),
                Map.entry("signature", signed.signature()));
    }

    /** A list of pairs, so that the order is kept and a name may occur twice. */
    static ArrayNode headers(Letter letter) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        letter.headers().forEach(header -> list.addArray().add(header.getKey()).add(header.getValue()));
        return list;
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
