package cutover.provider.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiConnectionException;
import com.twilio.http.Response;
import cutover.provider.Told;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.NameValuePair;

/** Tells a refusal from our bad luck, in sentences. */
final class TwilioAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;

    private TwilioAnswers() {}

    /** The same answer when it is a success; else throws what it means. */
    static Response accepted(Response response) {
        int status = response.getStatusCode();
        if (status >= 200 && status < 300) {
            return response;
        }
        if (status < 400 || status == TOO_MANY || status >= 500) {
            throw TwilioTrouble.unavailable("Twilio answers " + status + pause(response));
        }
        throw refused(status, response.getContent());
    }

    private static String pause(Response response) {
        return header(response, "Retry-After")
                .map(wait -> ", asks to wait " + (wait.matches("\\d+") ? wait + " s" : "until " + wait))
                .orElse("");
    }

    private static Optional<String> header(Response response, String name) {
        return Arrays.stream(response.getHeaders())
                .filter(header -> header.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(NameValuePair::getValue)
                .findFirst();
    }

    private static TwilioTrouble refused(int status, String content) {
        try {
            JsonNode body = JSON.readTree(content);
            if (body.isObject()) {
                return TwilioTrouble.refused(
                        status, body.path("code").asText(), body.path("message").asText());
            }
        } catch (JsonProcessingException e) {
            // told below: somebody between us and Twilio has answered
        }
        return TwilioTrouble.unavailable("Twilio answers " + status + " with something that is not JSON");
    }

    /** What a failure of the SDK means. */
    static <T> Told<T> told(RuntimeException failure) {
        if (failure instanceof TwilioTrouble trouble) {
            return trouble.told();
        }
        boolean read =
                failure.getCause() instanceof IOException && !(failure.getCause() instanceof JsonProcessingException);
        return Told.unavailable(
                read && !(failure instanceof ApiConnectionException)
                        ? "no answer from Twilio: " + failure.getCause().getMessage()
                        : "Twilio answers with something other than what was asked for");
    }
}
