package cutover.provider.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailgun.api.v3.MailgunEventsApi;
import com.mailgun.model.events.EventsQueryOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads events page by page; there is always a next page, and the one without events is the end. */
@SuppressWarnings("deprecation") // Mailgun advises its Logs API, and still serves and documents this one
final class MailgunEvents {

    static final int PAGE = 300;
    private static final int MOST_PAGES = 100;

    private final MailgunEventsApi api;

    MailgunEvents(MailgunWire wire) {
        this.api = wire.api(MailgunEventsApi.class);
    }

    List<JsonNode> all(String domain, EventsQueryOptions query) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode body = MailgunAnswers.json(api.getEventsFeignResponse(domain, query));
        for (int read = 0; read < MOST_PAGES; read++) {
            List<JsonNode> items = MailgunAnswers.list(body, "items");
            String next = MailgunAnswers.text(body.path("paging"), "next");
            all.addAll(items);
            if (items.isEmpty() || next.isEmpty()) {
                return all;
            }
            body = MailgunAnswers.json(api.getEventsFeignResponse(domain, page(next)));
        }
        throw MailgunTrouble.unavailable("Mailgun lists more than " + MOST_PAGES + " pages of events");
    }

    private static String page(String url) {
        String path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Mailgun tells seconds since 1970 with a fraction. */
    static Instant at(JsonNode event) {
        if (!event.path("timestamp").isNumber()) {
            throw MailgunTrouble.other();
        }
        BigDecimal seconds = event.get("timestamp").decimalValue();
        return Instant.ofEpochSecond(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    static MailEvent event(JsonNode event) {
        JsonNode delivery = event.path("delivery-status");
        return new MailEvent(
                MailgunAnswers.text(event, "id"),
                MailgunAnswers.text(event, "event"),
                at(event),
                MailgunAnswers.text(event, "recipient"),
                MailgunAnswers.text(event.path("message").path("headers"), "message-id"),
                MailgunAnswers.text(event, "severity"),
                delivery.path("code").asInt(),
                List.of(
                                MailgunAnswers.text(delivery, "message"),
                                MailgunAnswers.text(delivery, "description"),
                                MailgunAnswers.text(event.path("reject"), "reason"),
                                MailgunAnswers.text(event, "reason"))
                        .stream()
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** To whom: an event of its own for each, or one for all, depending on its kind. */
    static List<String> recipients(JsonNode event) {
        String one = MailgunAnswers.text(event, "recipient");
        return one.isEmpty() ? MailgunAnswers.texts(event.path("message"), "recipients") : List.of(one);
    }
}
