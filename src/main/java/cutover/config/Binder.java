package cutover.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Follows the shape through the nodes of one file; goes on after a problem, so that all are found. */
final class Binder {

    private final Sink sink;
    private final ScalarBinder scalars;
    private final MappingBinder mappings;

    Binder(Sink sink, Sources sources, Around around) {
        this.sink = sink;
        this.scalars = new ScalarBinder(sink, new Placeholders(sources.values()), around);
        this.mappings = new MappingBinder(sink, this);
    }

    /** The value of the whole file; empty when it cannot be made. */
    Optional<Object> bind(Shape shape, Node root) {
        return bind(shape, root, Spot.TOP, false);
    }

    Optional<Object> bind(Shape shape, Node node, Spot spot, boolean mayBeEmpty) {
        sink.visit(spot);
        if (shape instanceof ScalarShape scalar && node instanceof ScalarNode text) {
            return scalars.bind(scalar, text, spot, mayBeEmpty);
        }
        if (shape instanceof Shape.Many many && node instanceof SequenceNode list) {
            return many(many, list, spot);
        }
        if (node instanceof MappingNode mapping && !(shape instanceof ScalarShape || shape instanceof Shape.Many)) {
            return mappings.bind(shape, mapping, spot);
        }
        String sentence = ScalarBinder.isNothing(node) ? "there is no value" : "this is " + told(node);
        return sink.refuse(spot.on(node), sentence, "write " + shape.wanted());
    }

    private Optional<Object> many(Shape.Many shape, SequenceNode list, Spot spot) {
        List<Object> elements = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        int index = 0;
        for (Node node : list.getValue()) {
            Spot element = spot.element(index++, node);
            bind(shape.element(), node, element, false).ifPresent(bound -> {
                elements.add(bound);
                if (shape.distinct() && !seen.add(bound)) {
                    sink.refuse(element, "this comes twice", "keep it once");
                }
            });
        }
        if (elements.size() < list.getValue().size()) {
            return Optional.empty();
        }
        return Optional.of(
                shape.distinct() ? Collections.unmodifiableSet(new LinkedHashSet<>(elements)) : List.copyOf(elements));
    }

    private static String told(Node node) {
        if (node instanceof ScalarNode) {
            return "a single text";
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
