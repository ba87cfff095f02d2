package cutover.twin.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The binary protocol of the vendor's metrics service: CBOR over HTTP. Times are numbers of seconds without their tag. */
final class CborAnswer {

    static final String TYPE = "application/cbor";

    private static final ObjectMapper MAPPER = new ObjectMapper(new CBORFactory());

    private CborAnswer() {}

    static JsonNode read(byte[] body) throws IOException {
        return MAPPER.readTree(body);
    }

    static WebResponse of(ObjectNode body) {
        return answer(200, body);
    }

    /** An error; its code stands in a header too, as the service had it before it spoke this protocol. */
    static WebResponse error(int status, String code, String message) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("__type", code).put("message", message);
        return answer(status, body).with("x-amzn-query-error", code + ";Sender");
    }

    private static WebResponse answer(int status, ObjectNode body) {
        try {
            return new WebResponse(
                    status,
                    List.of(Map.entry("Content-Type", TYPE), Map.entry("smithy-protocol", "rpc-v2-cbor")),
                    MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
