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

    /** By the alphabet; the pages hang on the addresses at their ends. */
    WebResponse list(Domain domain, Call call) {
        int limit = Math.min(MOST, call.query().number("limit", PAGE));
        String pivot = call.query().first("address").orElse("");
        List<Suppression> page =
                page(domain.ledger().suppressions(), call.query().first("page").orElse("first"), pivot, limit);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        page.forEach(bounce -> items.add(bounce.json()));
        String base = call.base() + "/v3/" + domain.name() + "/bounces?limit=" + limit;
        answer.putObject("paging")
                .put("first", base + "&page=first")
                .put("next", base + "&page=next&address=" + encoded(address(page, page.size() - 1, pivot)))
                .put("previous", base + "&page=previous&address=" + encoded(address(page, 0, pivot)))
                .put("last", base + "&page=last");
        return Answers.json(answer);
    }

    private static List<Suppression> page(List<Suppression> all, String which, String pivot, int limit) {
        List<Suppression> range = switch (which) {
            case "next" ->
                all.stream().filter(bounce -> order(bounce, pivot) > 0).toList();
            case "previous" ->
                all.stream().filter(bounce -> order(bounce, pivot) < 0).toList();
            default -> all;
        };
        int size = Math.min(limit, range.size());
        return which.equals("previous") || which.equals("last")
                ? range.subList(range.size() - size, range.size())
                : range.subList(0, size);
    }

    private static int order(Suppression bounce, String address) {
        return bounce.address().compareToIgnoreCase(address);
    }

    private static String address(List<Suppression> page, int index, String otherwise) {
        return page.isEmpty() ? otherwise : page.get(index).address();
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
