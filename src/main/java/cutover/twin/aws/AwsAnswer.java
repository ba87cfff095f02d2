package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import cutover.twin.web.WebResponse;

/** Answers in the JSON protocols of the vendor. */
final class AwsAnswer {

    static final String JSON_1_1 = "application/x-amz-json-1.1";

    private AwsAnswer() {}

    static WebResponse json(JsonNode body) {
        return WebResponse.text(200, JSON_1_1, body.toString());
    }

    /** An error that both protocols' clients understand: type in body and header. */
    static WebResponse error(int status, String type, String message) {
        return WebResponse.text(
                        status,
                        JSON_1_1,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("__type", type)
                                .put("message", message)
                                .toString())
                .with("x-amzn-ErrorType", type);
    }
}
