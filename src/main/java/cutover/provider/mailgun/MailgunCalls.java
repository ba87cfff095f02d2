package cutover.provider.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What several questions have in common: pages, and things that may be gone. */
final class MailgunCalls {

    static final int PAGE = 100;

    private static final int MOST_PAGES = 100;
    private static final int GONE = 404;

    private MailgunCalls() {}

    /** True for deleted now and for not there before; all else is trouble. */
    static boolean gone(Supplier<Response> deletion) {
        present(deletion);
        return true;
    }

    static Optional<StoredMail> fetched(MailgunWire wire, JsonNode event, String recipient) {
        String url = MailgunAnswers.text(event.path("storage"), "url");
        return present(() -> wire.stored(url).raw()).map(body -> {
            if (!body.has("body-mime")) {
                throw MailgunTrouble.other();
            }
            byte[] mime = body.get("body-mime").asText().getBytes(StandardCharsets.UTF_8);
            return new StoredMail(url, recipient, MailgunEvents.at(event), mime);
        });
    }

    private static Optional<JsonNode> present(Supplier<Response> call) {
        try {
            return Optional.of(MailgunAnswers.json(call.get()));
        } catch (MailgunTrouble trouble) {
            if (trouble.status() == GONE) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    /** @param page from how many to skip to the answer */
    static List<JsonNode> pages(IntFunction<Response> page) {
        List<JsonNode> all = new ArrayList<>();
        for (int read = 0; read < MOST_PAGES; read++) {
            JsonNode body = MailgunAnswers.json(page.apply(all.size()));
            List<JsonNode> items = MailgunAnswers.list(body, "items");
            all.addAll(items);
            if (items.isEmpty() || all.size() >= body.path("total_count").asInt()) {
                return all;
            }
        }
        throw MailgunTrouble.unavailable("Mailgun lists more than " + MOST_PAGES + " pages");
    }
}
