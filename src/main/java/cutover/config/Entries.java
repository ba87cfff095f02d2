package cutover.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of one mapping, in the order of the file; of a key that is given twice, the first. */
final class Entries {

    /** One key with the node of its value. */
    record Entry(ScalarNode key, Node value) {}

    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    /** Tells the sink of keys that come twice and of keys that are no text. */
    Entries(MappingNode mapping, Spot spot, Sink sink) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || ScalarBinder.isNothing(tuple.getKeyNode())) {
                sink.refuse(spot.on(tuple.getKeyNode()), "a key must be a text", "write it as `key: value`");
                continue;
            }
            Entry first = byKey.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()));
            if (first != null) {
                int line = spot.on(first.key()).place().line();
                sink.refuse(
                        spot.key(key.getValue(), key),
                        "this key is given twice, first in line " + line,
                        "keep one of them");
            }
        }
    }

    Set<Map.Entry<String, Entry>> inOrder() {
        return byKey.entrySet();
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
