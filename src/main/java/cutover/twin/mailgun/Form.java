package cutover.twin.mailgun;

import cutover.twin.front.Incoming;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields of a request, from its body or its query.
 *
 * @param fields in the order sent; a name may occur several times
 */
record Form(List<Map.Entry<String, String>> fields) {

    Form {
        fields = List.copyOf(fields);
    }

    /** The fields of a body in one of the two forms that the vendor takes; none for anything else. */
    static Form body(Incoming request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return multipart(request);
        }
        return type.startsWith("application/x-www-form-urlencoded")
                ? encoded(new String(request.body(), StandardCharsets.UTF_8))
                : new Form(List.of());
    }

    /** The fields of a query string or an urlencoded body. */
    static Form encoded(String text) {
        return new Form(Arrays.stream(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])))
                .toList());
    }

    /** As a query string or an urlencoded body. */
    String text() {
        return fields.stream()
                .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * A field without which the call makes no sense.
     *
     * @throws IllegalArgumentException with the vendor's words when it is missing or empty
     */
    String need(String name) {
        return first(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + " parameter is missing"));
    }

    /** @throws IllegalArgumentException when it is there and not a whole number from zero on */
    int number(String name, int otherwise) {
        String text = first(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'" + name + "' is not a valid number: " + text);
        }
        return Integer.parseInt(text);
    }

    private static Form multipart(Incoming request) {
        try {
            MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(
                    request.body(), request.header("Content-Type").orElse("")));
            List<Map.Entry<String, String>> fields = new ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                fields.add(field(parts.getBodyPart(i)));
            }
            return new Form(fields);
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("the body is no form", e);
        }
    }

    private static Map.Entry<String, String> field(BodyPart part) throws MessagingException, IOException {
        String[] disposition = part.getHeader("Content-Disposition");
        if (disposition == null) {
            throw new IllegalArgumentException("a part of the form has no name");
        }
        String name = new ContentDisposition(disposition[0]).getParameter("name");
        return Map.entry(
                Optional.ofNullable(name).orElse(""),
                new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
