package cutover.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.runbook.ReturnWindow;
import java.util.List;
import java.util.Locale;

/** The way back and the last runs of a step, for other programs. */
final class WayBackJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WayBackJson() {}

    static ObjectNode of(ReturnWindow window) {
        ObjectNode node = NODES.objectNode().put("standing", key(window.standing()));
        window.until().ifPresent(end -> node.put("until", end.toString()));
        ArrayNode subjects = node.putArray("subjects");
        window.lines().forEach(line -> subjects.add(subject(line)));
        return node;
    }

    /** @return the runs, oldest first */
    static ArrayNode of(List<Strip.Seen> earlier) {
        ArrayNode runs = NODES.arrayNode();
        earlier.forEach(seen -> runs.addObject()
                .put("run", seen.run())
                .put("startedAt", seen.started().toString())
                .put("state", key(seen.past().state()))
                .put("tookMillis", seen.past().tookMillis()));
        return runs;
    }

    private static ObjectNode subject(ReturnWindow.Line line) {
        ObjectNode node = NODES.objectNode().put("subject", key(line.subject())).put("standing", key(line.standing()));
        line.until().ifPresent(end -> node.put("until", end.toString()));
        line.words().forEach(node.putArray("words")::add);
        line.witnesses().forEach(node.putArray("witnesses")::add);
        return node;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
