package cutover.twin.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;

/** What an incoming webhook of Slack takes: a text, and blocks of the kinds that are sent to it here. */
final class SlackRules {

    private static final Map<String, Integer> LONGEST = Map.of("header", 150, "section", 3000);
    private static final int MOST_BLOCKS = 50;

    private SlackRules() {}

    /** Slack's word for what is wrong; empty for nothing. */
    static String wrong(String body) {
        try {
            JsonNode message = JsonMapper.builder().build().readTree(body);
            if (!message.isObject()) {
                return "invalid_payload";
            }
            if (message.path("text").asText().isEmpty()) {
                return "no_text";
            }
            return blocks(message.path("blocks")) ? "" : "invalid_blocks";
        } catch (JsonProcessingException e) {
            return "invalid_payload";
        }
    }

    private static boolean blocks(JsonNode blocks) {
        if (blocks.isMissingNode()) {
            return true;
        }
        boolean all = blocks.isArray() && !blocks.isEmpty() && blocks.size() <= MOST_BLOCKS;
        for (JsonNode block : blocks) {
            all &= block(block);
        }
        return all;
    }

    private static boolean block(JsonNode block) {
        String type = block.path("type").asText();
        JsonNode text = block.path("text");
        String kind = text.path("type").asText();
        int length = text.path("text").asText().length();
        return LONGEST.containsKey(type)
                && length > 0
                && length <= LONGEST.get(type)
                && (kind.equals("plain_text") || kind.equals("mrkdwn") && type.equals("section"))
                && (kind.equals("plain_text") || !text.has("emoji"))
                && Set.of("type", "text").containsAll(names(block));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new java.util.TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
