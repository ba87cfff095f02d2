package cutover.twin.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.front.Incoming;
import cutover.twin.log.Invocation;
import cutover.twin.log.LambdaLog;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Invokes the one function with an event; of events it knows {@code {"manage": "<command>"}}. */
final class LambdaApi {

    static final String FUNCTION = "intake-production";

    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:";
    private static final String JSON = "application/json";

    private final Map<String, Command> commands;
    private final LambdaLog log;
    private final ObjectMapper mapper = new ObjectMapper();

    LambdaApi(Map<String, Command> commands, LambdaLog log) {
        this.commands = Map.copyOf(commands);
        this.log = log;
    }

    WebResponse invoke(String function, Incoming request) {
        if (!function.equals(FUNCTION) && !function.equals(ARN + FUNCTION)) {
            return AwsAnswer.error(404, "ResourceNotFoundException", "Function not found: " + ARN + function);
        }
        JsonNode event;
        try {
            event = mapper.readTree(request.body());
        } catch (IOException e) {
            return AwsAnswer.error(400, "InvalidRequestContentException", "Could not parse request body into json");
        }
        return run(event, request);
    }

    private WebResponse run(JsonNode event, Incoming request) {
        Invocation invocation = log.start();
        log.line(invocation.id(), python(event));
        String name = event.path("manage").asText();
        WebResponse answer;
        if (commands.containsKey(name)) {
            commands.get(name).run(invocation.id());
            answer = WebResponse.text(200, JSON, "{}");
        } else {
            answer = failed(event, invocation.id());
        }
        log.end(invocation);
        return fitting(answer, request, invocation);
    }

    private WebResponse failed(JsonNode event, String id) {
        boolean command = event.has("manage");
        String message = command
                ? "Unknown command: '" + event.path("manage").asText() + "'"
                : "the function does not know what to do with this event";
        log.record("ERROR", id, message);
        ObjectNode error = JsonNodeFactory.instance
                .objectNode()
                .put("errorMessage", message)
                .put("errorType", command ? "CommandError" : "ValueError");
        error.putArray("stackTrace");
        return WebResponse.text(200, JSON, error.toString()).with("X-Amz-Function-Error", "Unhandled");
    }

    /** An event that is only handed over gets no answer; the tail of the log goes along when it is asked for. */
    private WebResponse fitting(WebResponse answer, Incoming request, Invocation invocation) {
        if (request.header("X-Amz-Invocation-Type").orElse("").equals("Event")) {
            return new WebResponse(202, List.of(), new byte[0]).with("x-amzn-RequestId", invocation.id());
        }
        WebResponse named = answer.with("x-amzn-RequestId", invocation.id()).with("X-Amz-Executed-Version", "$LATEST");
        return request.header("X-Amz-Log-Type").orElse("").equals("Tail")
                ? named.with("X-Amz-Log-Result", base64(log.tail(invocation)))
                : named;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String python(JsonNode event) {
        try {
            return mapper.writeValueAsString(event).replace('"', '\'').replace("':'", "': '");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
