package cutover.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a value of one text of the file. */
final class ScalarBinder {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Sink sink;
    private final Placeholders placeholders;
    private final Around around;

    ScalarBinder(Sink sink, Placeholders placeholders, Around around) {
        this.sink = sink;
        this.placeholders = placeholders;
        this.around = around;
    }

    /** Whether the key has no value at all, which is not the same as an empty text in quotes. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode text
                && text.getScalarStyle() == ScalarStyle.PLAIN
                && NOTHING.contains(text.getValue());
    }

    Optional<Object> bind(ScalarShape shape, ScalarNode node, Spot key, boolean mayBeEmpty) {
        Spot spot = key.on(node);
        String raw = node.getValue();
        if (isNothing(node)) {
            return sink.refuse(spot, "there is no value", "write " + shape.wanted());
        }
        if (node.getScalarStyle() != ScalarStyle.PLAIN && !shape.json().equals("string") && !Placeholders.in(raw)) {
            return sink.refuse(spot, "this is a text in quotes", "write " + shape.wanted() + " without quotes");
        }
        List<Refusal> open = placeholders.refusals(raw);
        open.forEach(refusal -> sink.refuse(spot, refusal));
        return open.isEmpty() ? read(shape, placeholders.replaced(raw), spot, mayBeEmpty) : Optional.empty();
    }

    private Optional<Object> read(ScalarShape shape, String text, Spot spot, boolean mayBeEmpty) {
        if (text.isBlank() && !mayBeEmpty) {
            return sink.refuse(spot, "the text is empty", "write " + shape.wanted());
        }
        try {
            return Optional.of(shape.reader().read(text, around));
        } catch (IllegalArgumentException refusal) {
            return sink.refuse(spot, refusal);
        }
    }
}
