package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to the mail of a domain (<a
 * href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events">the vendor's page</a>). There
 * is always a next page; the one that is empty is the end, for now.
 */
final class EventsApi {

    private final Clock clock;

    EventsApi(Clock clock) {
        this.clock = clock;
    }

    WebResponse first(Domain domain, Call call) {
        return page(domain, call.base(), EventPage.first(call.query(), clock.instant()));
    }

    WebResponse page(Domain domain, Call call) {
        return page(domain, call.base(), EventPage.of(call.name(1)));
    }

    private static WebResponse page(Domain domain, String base, EventPage page) {
        EventQuery query = page.query();
        Comparator<Event> order = Comparator.comparingLong(Event::number);
        List<Event> found = domain.ledger().events().stream()
                .filter(query::wants)
                .sorted(query.ascending() ? order : order.reversed())
                .toList();
        List<Event> shown = page.cut(found, query.limit());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        shown.forEach(event -> items.add(event.shown(base)));
        String url = base + "/v3/" + domain.name() + "/events";
        answer.putObject("paging")
                .put("first", url + "/" + page.start().token())
                .put("next", url + "/" + page.after(shown).token())
                .put("previous", url + "/" + page.before(shown).token())
                .put("last", url + "/" + page.end().token());
        return Answers.json(answer);
    }
}
