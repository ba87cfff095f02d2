package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * The domains of the region (<a
 * href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains">the vendor's page</a>).
 */
final class DomainsApi {

    private static final int PAGE = 100;

    private final Region region;

    DomainsApi(Region region) {
        this.region = region;
    }

    WebResponse list(Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("total_count", 1);
        ArrayNode items = answer.putArray("items");
        Stream.of(region.domain())
                .skip(call.query().number("skip", 0))
                .limit(call.query().number("limit", PAGE))
                .forEach(domain -> items.add(json(domain)));
        return Answers.json(answer);
    }

    WebResponse get(Domain domain) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("domain", json(domain));
        ArrayNode receiving = answer.putArray("receiving_dns_records");
        for (String host : List.of("mxa.mailgun.org", "mxb.mailgun.org")) {
            ObjectNode record = record(receiving, "MX", host);
            record.put("priority", "10");
        }
        ArrayNode sending = answer.putArray("sending_dns_records");
        record(sending, "TXT", "v=spf1 include:mailgun.org ~all").put("name", domain.name());
        record(sending, "CNAME", "mailgun.org").put("name", "email." + domain.name());
        return Answers.json(answer);
    }

    private static ObjectNode record(ArrayNode records, String type, String value) {
        ObjectNode record = records.addObject()
                .put("record_type", type)
                .put("valid", "valid")
                .put("is_active", true)
                .put("value", value);
        record.putArray("cached").add(value);
        return record;
    }

    private static ObjectNode json(Domain domain) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", domain.id())
                .put("name", domain.name())
                .put("state", "active")
                .put("type", "custom")
                .put("is_disabled", false)
                .put("wildcard", false)
                .put("spam_action", "disabled")
                .put("smtp_login", "postmaster@" + domain.name())
                .put("require_tls", false)
                .put("skip_verification", false)
                .put("web_prefix", "email")
                .put("web_scheme", "http")
                .put("created_at", Answers.date(domain.created()));
    }
}
