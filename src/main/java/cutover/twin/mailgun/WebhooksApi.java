package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.List;

/**
 * Who is told of a domain's events (<a
 * href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks">the vendor's
 * page</a>): version 3 has the webhook in hand, version 4 the URL.
 */
final class WebhooksApi {

    /** The webhooks that hold for all domains: the account has none. */
    WebResponse ofAccount() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("webhooks");
        return Answers.json(answer);
    }

    WebResponse list(Domain domain) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode webhooks = answer.putObject("webhooks");
        domain.webhooks().all().forEach((name, urls) -> put(webhooks.putObject(name), urls));
        return Answers.json(answer);
    }

    WebResponse get(Domain domain, Call call) {
        List<String> urls = domain.webhooks().of(call.name(1));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        put(answer.putObject("webhook"), urls);
        return urls.isEmpty() ? notFound() : Answers.json(answer);
    }

    WebResponse create(Domain domain, Call call) {
        String name = call.form().need("id");
        call.form().need("url");
        if (!domain.webhooks().of(name).isEmpty()) {
            return Answers.message(400, "Webhook already exists");
        }
        domain.webhooks().set(name, call.form().all("url"));
        return changed("created", call.form().all("url"));
    }

    WebResponse update(Domain domain, Call call) {
        call.form().need("url");
        if (domain.webhooks().of(call.name(1)).isEmpty()) {
            return notFound();
        }
        domain.webhooks().set(call.name(1), call.form().all("url"));
        return changed("updated", call.form().all("url"));
    }

    WebResponse delete(Domain domain, Call call) {
        List<String> urls = domain.webhooks().of(call.name(1));
        if (urls.isEmpty()) {
            return notFound();
        }
        domain.webhooks().set(call.name(1), List.of());
        return changed("deleted", urls);
    }

    /** One URL for several kinds of events. */
    WebResponse createForUrl(Domain domain, Call call) {
        call.form().need("event_types");
        String url = call.form().need("url");
        call.form().all("event_types").forEach(name -> domain.webhooks().add(name, url));
        return list(domain);
    }

    /** The URL is for these kinds of events, and for no others. */
    WebResponse updateForUrl(Domain domain, Call call) {
        createForUrl(domain, call);
        List<String> kept = call.form().all("event_types");
        WebhookUrls.NAMES.stream()
                .filter(name -> !kept.contains(name))
                .forEach(name -> domain.webhooks().remove(name, call.form().need("url")));
        return list(domain);
    }

    WebResponse deleteForUrl(Domain domain, Call call) {
        String url = call.query().need("url");
        WebhookUrls.NAMES.forEach(name -> domain.webhooks().remove(name, url));
        return list(domain);
    }

    private static WebResponse changed(String how, List<String> urls) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("message", "Webhook has been " + how);
        put(answer.putObject("webhook"), urls);
        return Answers.json(answer);
    }

    private static WebResponse notFound() {
        return Answers.message(404, "Webhook not found");
    }

    private static void put(ObjectNode webhook, List<String> urls) {
        ArrayNode list = webhook.putArray("urls");
        urls.forEach(list::add);
    }
}
