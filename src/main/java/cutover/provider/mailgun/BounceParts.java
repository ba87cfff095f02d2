package cutover.provider.mailgun;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Fields and, behind them, a file that no text encoding can hold, as parts of a form (RFC 7578). */
final class BounceParts {

    private static final String HEAD = "\r\nContent-Disposition: form-data; name=\"";

    private BounceParts() {}

    static byte[] of(List<Map.Entry<String, String>> fields, String boundary) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(field ->
                write(body, "--" + boundary + HEAD + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        byte[] mail = mail();
        write(
                body,
                "--" + boundary + HEAD + "attachment-1\"; filename=\"message.mime\"\r\n"
                        + "Content-Type: application/octet-stream\r\nContent-Length: " + mail.length + "\r\n\r\n");
        body.writeBytes(mail);
        write(body, "\r\n--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    private static byte[] mail() {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        write(
                mail,
                "Mime-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Transfer-Encoding: binary\r\n\r\n");
        for (int each = 0; each <= 0xff; each++) {
            mail.write(each);
        }
        return mail.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
