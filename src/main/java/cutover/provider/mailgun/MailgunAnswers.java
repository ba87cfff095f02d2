package cutover.provider.mailgun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads answers as JSON; tells a refusal from our bad luck, in sentences. */
final class MailgunAnswers {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int TOO_MANY = 429;

    private MailgunAnswers() {}

    /** The object that a success holds; anything else is thrown as what it means. Closes the answer. */
    static JsonNode json(Response answer) {
        String text = text(answer);
        int status = answer.status();
        if (status < 200 || status >= 300 && status < 400 || status == TOO_MANY || status >= 500) {
            throw MailgunTrouble.unavailable("Mailgun answers " + status + pause(answer));
        }
        JsonNode body = parsed(text);
        if (status >= 400) {
            throw refused(status, body, text);
        }
        if (!body.isObject()) {
            throw MailgunTrouble.other();
        }
        return body;
    }

    /** The list of that name; empty when Mailgun says null. */
    static List<JsonNode> list(JsonNode body, String name) {
        if (!body.has(name)) {
            throw MailgunTrouble.other();
        }
        List<JsonNode> all = new ArrayList<>();
        body.get(name).forEach(all::add);
        return all;
    }

    /** The texts of the list of that name; empty when there is none. */
    static List<String> texts(JsonNode body, String name) {
        List<String> all = new ArrayList<>();
        body.path(name).forEach(each -> all.add(each.asText()));
        return all;
    }

    /** The text of that name; empty when there is none. */
    static String text(JsonNode body, String name) {
        return body.path(name).isNull() ? "" : body.path(name).asText();
    }

    private static String text(Response answer) {
        try (answer) {
            if (answer.body() == null) {
                return "";
            }
            try (Reader body = answer.body().asReader(StandardCharsets.UTF_8)) {
                return Util.toString(body);
            }
        } catch (IOException e) {
            throw MailgunTrouble.unavailable("no whole answer from Mailgun: " + e.getMessage());
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A wrong key is answered in plain text; a page is not Mailgun's. */
    private static MailgunTrouble refused(int status, JsonNode body, String text) {
        if (body.isObject()) {
            return MailgunTrouble.refused(status, text(body, body.has("message") ? "message" : "Error"));
        }
        return text.contains("<")
                ? MailgunTrouble.unavailable("Mailgun answers " + status + " with something that is not JSON")
                : MailgunTrouble.refused(status, text.strip());
    }

    private static String pause(Response answer) {
        return answer.headers().getOrDefault("Retry-After", List.of()).stream()
                .findFirst()
                .map(wait -> ", asks to wait " + (wait.matches("\\d+") ? wait + " s" : "until " + wait))
                .orElse("");
    }
}
