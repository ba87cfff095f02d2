package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import cutover.twin.clockwork.Ids;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Outgoing mail (<a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages">the
 * vendor's page</a>), without attachments and templates.
 */
final class MessagesApi {

    private static final String VARIABLE = "v:";

    private final Dispatch dispatch;
    private final Composer composer;

    MessagesApi(Dispatch dispatch, Clock clock, Ids ids) {
        this.dispatch = dispatch;
        this.composer = new Composer(clock, ids);
    }

    WebResponse send(Domain domain, Call call) {
        Form form = call.form();
        Letter letter = composer.letter(domain, form);
        boolean testMode = form.first("o:testmode")
                .filter(mode -> mode.matches("(?i)yes|true"))
                .isPresent();
        dispatch.send(domain, new Mailing(letter, form.all("o:tag"), variables(form), testMode));
        return Answers.json(JsonNodeFactory.instance
                .objectNode()
                .put("id", letter.header("Message-Id"))
                .put("message", "Queued. Thank you."));
    }

    private static Map<String, String> variables(Form form) {
        Map<String, String> variables = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> field.getKey().startsWith(VARIABLE))
                .forEach(field -> variables.put(field.getKey().substring(VARIABLE.length()), field.getValue()));
        return variables;
    }
}
