package cutover.twin.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** What a workflow "Send webhook alerts to a channel" can post: a message with one Adaptive Card that Teams shows. */
final class CardRules {

    /** In bytes, of the whole message. */
    private static final int MOST = 28 * 1024;

    private static final String TYPE = "application/vnd.microsoft.card.adaptive";

    private CardRules() {}

    /** What is wrong, in words; empty for nothing. */
    static String wrong(String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length > MOST) {
            return "request entity too large";
        }
        try {
            JsonNode message = JsonMapper.builder().build().readTree(body);
            JsonNode attachment = message.path("attachments").path(0);
            if (!message.path("type").asText().equals("message")
                    || !attachment.path("contentType").asText().equals(TYPE)) {
                return "no message with an Adaptive Card";
            }
            return card(attachment.path("content"));
        } catch (JsonProcessingException e) {
            return "no JSON";
        }
    }

    private static String card(JsonNode card) {
        if (!card.path("type").asText().equals("AdaptiveCard")
                || !card.path("version").asText().matches("1\\.[2-5]")) {
            return "no Adaptive Card of a version that Teams shows with rich text";
        }
        if (card.path("body").isEmpty()) {
            return "an empty card";
        }
        for (JsonNode block : card.path("body")) {
            boolean rich = block.path("type").asText().equals("RichTextBlock");
            if (!rich || block.path("inlines").isEmpty()) {
                return "an element without text";
            }
        }
        for (JsonNode action : card.path("actions")) {
            if (!action.path("type").asText().equals("Action.OpenUrl")
                    || !action.path("url").asText().startsWith("http")) {
                return "an action that opens nothing";
            }
        }
        return "";
    }
}
