package cutover.twin.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.List;

/** Answers of the API. */
final class Answer {

    private static final String JSON = "application/json";

    private Answer() {}

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static WebResponse ok(JsonNode body) {
        return WebResponse.text(200, JSON, body.toString());
    }

    static WebResponse created(JsonNode body) {
        return WebResponse.text(201, JSON, body.toString());
    }

    static WebResponse gone() {
        return new WebResponse(204, List.of(), new byte[0]);
    }

    /** The error that the vendor's client makes an exception of, with the number of the vendor's dictionary. */
    static WebResponse error(int status, int code, String message) {
        return WebResponse.text(
                status,
                JSON,
                node().put("code", code)
                        .put("message", message)
                        .put("more_info", dictionary(code))
                        .put("status", status)
                        .toString());
    }

    static WebResponse badRequest(int code, String message) {
        return error(400, code, message);
    }

    static WebResponse notFound(String path) {
        return error(404, 20404, "The requested resource " + path + " was not found");
    }

    static String dictionary(int code) {
        return "https://www.twilio.com/docs/errors/" + code;
    }
}
