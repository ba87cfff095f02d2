package cutover.notice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** A notice in Slack's blocks. Whatever the target said stands in plain text, so that none of it is markup. */
final class SlackMessage {

    /** Slack's own limits, in characters. */
    private static final int HEADER = 150;

    private static final int SECTION = 3_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SlackMessage() {}

    static ObjectNode of(Notice notice) {
        ObjectNode message = NODES.objectNode().put("text", escaped(cut(notice.headline(), HEADER)));
        ArrayNode blocks = message.putArray("blocks");
        blocks.add(block("header", cut(notice.headline(), HEADER)));
        blocks.add(block("section", cut(notice.first(), SECTION)));
        notice.toDo().forEach(action -> blocks.add(block("section", cut("To do: " + action, SECTION))));
        if (!notice.links().isEmpty()) {
            blocks.add(section("mrkdwn", links(notice)));
        }
        blocks.add(block("section", "Run " + notice.run()));
        return message;
    }

    private static ObjectNode block(String type, String text) {
        ObjectNode block = section("plain_text", text).put("type", type);
        ((ObjectNode) block.get("text")).put("emoji", false);
        return block;
    }

    private static ObjectNode section(String kind, String text) {
        ObjectNode block = NODES.objectNode().put("type", "section");
        block.putObject("text").put("type", kind).put("text", text);
        return block;
    }

    private static String links(Notice notice) {
        return cut(
                notice.links().stream()
                        .map(link -> link.isWeb()
                                ? "<" + escaped(link.target()).replace("|", "%7C") + "|" + escaped(link.title()) + ">"
                                : escaped(link.title() + ": " + link.target()))
                        .collect(Collectors.joining("\n")),
                SECTION);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
