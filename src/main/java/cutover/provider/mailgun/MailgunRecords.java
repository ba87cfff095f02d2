package cutover.provider.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailgun.enums.WebhookName;
import com.mailgun.model.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Between Mailgun's shapes and ours. */
final class MailgunRecords {

    private MailgunRecords() {}

    static MailDomain domain(JsonNode domain) {
        return new MailDomain(
                MailgunAnswers.text(domain, "name"),
                MailgunAnswers.text(domain, "state"),
                domain.path("wildcard").asBoolean(),
                MailgunAnswers.text(domain, "spam_action"));
    }

    static MailRoute route(JsonNode route) {
        return new MailRoute(
                MailgunAnswers.text(route, "id"),
                route.path("priority").asInt(),
                MailgunAnswers.text(route, "description"),
                MailgunAnswers.text(route, "expression"),
                MailgunAnswers.texts(route, "actions"));
    }

    /** Accounts of old have one URL per event, under another name. */
    static List<String> urls(JsonNode hook) {
        List<String> urls = new ArrayList<>(MailgunAnswers.texts(hook, "urls"));
        urls.add(MailgunAnswers.text(hook, "url"));
        urls.removeIf(String::isBlank);
        return List.copyOf(urls);
    }

    static AccountHook accountHook(JsonNode hook) {
        return new AccountHook(
                MailgunAnswers.text(hook, "webhook_id"),
                MailgunAnswers.text(hook, "url"),
                MailgunAnswers.texts(hook, "event_types"));
    }

    static WebhookName event(String name) {
        return Arrays.stream(WebhookName.values())
                .filter(known -> known.getValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Mailgun has no webhook for " + name));
    }

    static Message form(TestMessage message) {
        return Message.builder()
                .from(message.from())
                .to(message.to())
                .subject(message.subject())
                .text(message.text())
                .headers(message.headers())
                .userVariables(message.variables())
                .build();
    }
}
