package cutover.twin.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.site.django.Params;
import cutover.twin.site.django.Raised;
import cutover.twin.web.Letter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that did not reach its receiver, as the mail vendor reports it.
 *
 * @param recipient who did not get it
 * @param error what the receiver's mail server said
 * @param headers of the mail, of which {@code Sender}, {@code Subject} and {@code Date} are needed
 */
record Bounce(String recipient, String error, Map<String, String> headers) {

    static final String PLACE = "user_accounts/views.py, post";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBJECT = "Clear My Record: An applicant notification bounced";

    /**
     * Reads the vendor's form.
     *
     * @throws Raised when a field is missing, or the headers are not a list of pairs
     */
    static Bounce of(Params form) {
        return new Bounce(field(form, "recipient"), field(form, "error"), pairs(field(form, "message-headers")));
    }

    /** A field that must be there, though it may be empty. */
    static String field(Params form, String name) {
        return form.get(name)
                .orElseThrow(() ->
                        new Raised("django.utils.datastructures.MultiValueDictKeyError", "\"'" + name + "'\"", PLACE));
    }

    Optional<String> sender() {
        return Optional.ofNullable(headers.get("Sender"));
    }

    /**
     * The mail that tells the sender.
     *
     * @throws Raised when one of the headers is missing
     */
    Letter letter(String from) {
        String sender = header("Sender");
        String subject = header("Subject");
        String text = String.join(
                "\n",
                "",
                "A notification you sent through Clear My Record could not be delivered.",
                "",
                "Date: " + header("Date"),
                "Applicant email: " + recipient,
                "Email subject: " + subject,
                "",
                "Error:",
                error,
                "",
                "",
                "Clear My Record Team",
                "clearmyrecord@codeforamerica.org",
                "");
        return new Letter(from, sender, SUBJECT, text, Optional.of(text.replace("\n", "<br>")));
    }

    private String header(String name) {
        return Optional.ofNullable(headers.get(name))
                .orElseThrow(() -> new Raised("KeyError", "'" + name + "'", PLACE));
    }

    /** Of a repeated name the last value counts. */
    private static Map<String, String> pairs(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode pair : parsed(json)) {
            if (pair.size() != 2) {
                throw new Raised(
                        "ValueError", "dictionary update sequence element has not length 2; 2 is required", PLACE);
            }
            headers.put(pair.get(0).asText(), pair.get(1).asText());
        }
        return headers;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new Raised("json.decoder.JSONDecodeError", "Expecting value: line 1 column 1 (char 0)", PLACE);
        }
    }
}
