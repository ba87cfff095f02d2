package cutover.notice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A notice as an Adaptive Card, in the envelope that the workflow expects. Texts stand in rich text blocks, which, unlike
 * text blocks, know no Markdown, so that nothing of what the target said is markup.
 */
final class TeamsCard {

    /** Teams refuses messages of more than about 28 KB. */
    private static final int MOST = 2_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TeamsCard() {}

    static ObjectNode of(Notice notice) {
        ObjectNode envelope = NODES.objectNode().put("type", "message");
        envelope.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putNull("contentUrl")
                .set("content", card(notice));
        return envelope;
    }

    private static ObjectNode card(Notice notice) {
        ObjectNode card = NODES.objectNode()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.2")
                .put("fallbackText", SlackMessage.cut(notice.headline(), MOST));
        ArrayNode body = card.putArray("body");
        body.add(text(notice.headline(), colour(notice.severity()), true));
        body.add(text(notice.first(), "Default", false));
        notice.toDo().forEach(action -> body.add(text("To do: " + action, "Default", false)));
        notice.links().stream()
                .filter(link -> !link.isWeb())
                .forEach(link -> body.add(text(link.title() + ": " + link.target(), "Default", false)));
        body.add(text("Run " + notice.run(), "Default", false));
        card.set("actions", actions(notice));
        card.putObject("msteams").put("width", "Full");
        return card;
    }

    private static ObjectNode text(String text, String colour, boolean head) {
        ObjectNode block = NODES.objectNode().put("type", "RichTextBlock");
        block.putArray("inlines")
                .addObject()
                .put("type", "TextRun")
                .put("text", SlackMessage.cut(text, MOST))
                .put("color", colour)
                .put("weight", head ? "Bolder" : "Default")
                .put("size", head ? "Large" : "Default");
        return block;
    }

    private static ArrayNode actions(Notice notice) {
        ArrayNode actions = NODES.arrayNode();
        notice.links().stream()
                .filter(Link::isWeb)
                .forEach(link -> actions.addObject()
                        .put("type", "Action.OpenUrl")
                        .put("title", link.title())
                        .put("url", link.target()));
        return actions;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case INFO -> "Good";
            case WARNING -> "Warning";
            case CRITICAL -> "Attention";
        };
    }
}
