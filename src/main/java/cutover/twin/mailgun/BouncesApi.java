package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The addresses to which nothing is sent any more (<a
 * href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces">the vendor's page</a>).
 */
final class BouncesApi {

    private static final int PAGE = 100;
    private static final int MOST = 1000;

    /** By the alphabet; the next page begins behind the last address of this one. */
    WebResponse list(Domain domain, Call call) {
        int limit = Math.min(MOST, call.query().number("limit", PAGE));
        String after = call.query().first("address").orElse("");
        List<Suppression> page = domain.ledger().suppressions().stream()
                .filter(bounce -> bounce.address().compareToIgnoreCase(after) > 0)
                .limit(limit)
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        page.forEach(bounce -> items.add(bounce.json()));
        String base = call.base() + "/v3/" + domain.name() + "/bounces?limit=" + limit;
        String last = page.isEmpty() ? after : page.get(page.size() - 1).address();
        answer.putObject("paging")
                .put("first", base)
                .put("next", base + "&page=next&address=" + encoded(last))
                .put("previous", base + "&page=previous&address=" + encoded(after))
                .put("last", base + "&page=last");
        return Answers.json(answer);
    }

    WebResponse get(Domain domain, Call call) {
        return domain.ledger()
                .suppression(call.name(1))
                .map(bounce -> Answers.json(bounce.json()))
                .orElseGet(BouncesApi::notFound);
    }

    WebResponse delete(Domain domain, Call call) {
        if (domain.ledger().suppression(call.name(1)).isEmpty()) {
            return notFound();
        }
        domain.ledger().unsuppress(call.name(1));
        return Answers.json(JsonNodeFactory.instance
                .objectNode()
                .put("message", "Bounced address has been removed")
                .put("address", call.name(1)));
    }

    WebResponse deleteAll(Domain domain) {
        domain.ledger().unsuppressAll();
        return Answers.message(200, "Bounced addresses for this domain have been removed");
    }

    private static WebResponse notFound() {
        return Answers.message(404, "Address not found in bounces table");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
