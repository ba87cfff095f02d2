package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Inbound mail that a route stored (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/storing-and-recieveing-messages">
 * the vendor's page</a>).
 */
final class StoredApi {

    private static final List<String> SHOWN =
            List.of("From", "To", "Subject", "Date", "Sender", "Message-Id", "Mime-Version", "Content-Type");

    /** The parts of the message, or all of it for a client that accepts {@code message/rfc2822}. */
    WebResponse get(Domain domain, Call call) {
        return found(
                domain,
                call,
                letter -> Answers.json(call.accept().contains("message/rfc2822") ? whole(letter) : parsed(letter)));
    }

    WebResponse delete(Domain domain, Call call) {
        return found(domain, call, letter -> {
            domain.ledger().unstore(call.name(1));
            return Answers.message(200, "Message has been deleted");
        });
    }

    private static WebResponse found(Domain domain, Call call, Function<Letter, WebResponse> answer) {
        return domain.ledger()
                .stored(call.name(1))
                .map(answer)
                .orElseGet(() -> Answers.message(404, "Message not found"));
    }

    private static ObjectNode whole(Letter letter) {
        return envelope(letter).put("body-mime", new String(letter.mime(), StandardCharsets.UTF_8));
    }

    private static ObjectNode parsed(Letter letter) {
        ObjectNode answer = envelope(letter);
        SHOWN.stream()
                .filter(name -> !letter.header(name).isEmpty())
                .forEach(name -> answer.put(name, letter.header(name)));
        answer.set("message-headers", Payloads.headers(letter));
        answer.putArray("attachments");
        answer.putObject("content-id-map");
        MailTexts texts = letter.texts();
        if (!texts.html().isEmpty()) {
            answer.put("body-html", texts.html()).put("stripped-html", texts.html());
        }
        return answer.put("body-plain", texts.plain())
                .put("stripped-text", texts.plain())
                .put("stripped-signature", "");
    }

    private static ObjectNode envelope(Letter letter) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("recipients", String.join(", ", letter.recipients()))
                .put("sender", letter.sender())
                .put("from", letter.header("From"))
                .put("subject", letter.header("Subject"));
    }
}
