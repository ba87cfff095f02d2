package cutover.twin.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.fault.Fault;
import cutover.twin.site.django.Params;
import cutover.twin.web.WebRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bounce webhook lets through beside what is right: one thing for each fault, nothing while none is on. */
record LaxBounce(Switches faults) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean anySize() {
        return faults.on(Fault.BOUNCE_ACCEPTS_HUGE_BODY);
    }

    boolean get() {
        return faults.on(Fault.BOUNCE_ACCEPTS_GET);
    }

    /** Whether a report without its sender is taken and forgotten. */
    boolean forgets(Bounce bounce) {
        return bounce.sender().isEmpty() && faults.on(Fault.BOUNCE_ACCEPTS_MISSING_SENDER);
    }

    /** Whether the form goes through unchecked. */
    boolean accepts(Params form) {
        if (form.get("signature").isEmpty()) {
            return faults.on(Fault.BOUNCE_ACCEPTS_NO_SIGNATURE);
        }
        return form.get("timestamp").isPresent() && form.get("token").isPresent() && accepts(BounceSignature.of(form));
    }

    private boolean accepts(BounceSignature signature) {
        if (!signature.ascii()) {
            return faults.on(Fault.BOUNCE_ACCEPTS_NON_ASCII);
        }
        return faults.on(Fault.BOUNCE_ACCEPTS_WRONG_KEY) && signature.wellFormed()
                || faults.on(Fault.BOUNCE_ACCEPTS_EMPTY_KEY) && signature.madeWith("");
    }

    /** The bounce in a JSON body that goes through unchecked, whatever its signature says. */
    Optional<Bounce> json(WebRequest request) {
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        return json && faults.on(Fault.BOUNCE_ACCEPTS_UNSIGNED_JSON) ? Optional.of(read(request)) : Optional.empty();
    }

    /** From wherever in the body the names stand. */
    private static Bounce read(WebRequest request) {
        try {
            JsonNode body = JSON.readTree(request.body());
            Map<String, String> headers = new LinkedHashMap<>();
            first(body, "Sender", "sender", "from").ifPresent(sender -> headers.put("Sender", sender));
            headers.put("Subject", first(body, "Subject", "subject").orElse(""));
            headers.put("Date", first(body, "Date", "timestamp").orElse(""));
            return new Bounce(
                    first(body, "recipient", "to").orElse(""),
                    first(body, "error", "description", "message").orElse(""),
                    headers);
        } catch (IOException malformed) {
            return new Bounce("", "", Map.of());
        }
    }

    private static Optional<String> first(JsonNode body, String... names) {
        return Stream.of(names)
                .map(body::findValue)
                .filter(found -> found != null && found.isValueNode())
                .map(JsonNode::asText)
                .findFirst();
    }
}
