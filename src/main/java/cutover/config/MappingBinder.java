package cutover.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Makes records and maps of the mappings of a file. */
final class MappingBinder {

    private final Sink sink;
    private final Binder binder;

    MappingBinder(Sink sink, Binder binder) {
        this.sink = sink;
        this.binder = binder;
    }

    Optional<Object> bind(Shape shape, MappingNode mapping, Spot spot) {
        Entries entries = new Entries(mapping, spot, sink);
        if (shape instanceof Shape.Keyed keyed) {
            return keyed(keyed, entries, spot);
        }
        if (shape instanceof Shape.Choice choice) {
            return choice(choice, entries, spot);
        }
        return record((RecordShape) shape, entries, spot, Stream.empty());
    }

    private Optional<Object> keyed(Shape.Keyed shape, Entries entries, Spot spot) {
        Map<Object, Object> map = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, Entries.Entry> entry : entries.inOrder()) {
            Spot inner = spot.key(entry.getKey(), entry.getValue().key());
            Optional<Object> key = binder.bind(shape.key(), entry.getValue().key(), inner, false);
            Optional<Object> value = binder.bind(shape.value(), entry.getValue().value(), inner, false);
            complete &= key.isPresent() && value.isPresent();
            if (key.isPresent() && value.isPresent() && map.putIfAbsent(key.get(), value.get()) != null) {
                sink.refuse(inner, "this key means the same as one above it", "keep one of them");
            }
        }
        return complete ? Optional.of(Collections.unmodifiableMap(map)) : Optional.empty();
    }

    private Optional<Object> choice(Shape.Choice shape, Entries entries, Spot spot) {
        Optional<Entries.Entry> kind = entries.find(Shape.Choice.KEY);
        if (kind.isEmpty()) {
            return sink.refuse(
                    spot.missing(Shape.Choice.KEY),
                    "this key is missing",
                    "write " + shape.names().wanted());
        }
        Spot inner = spot.key(Shape.Choice.KEY, kind.get().key());
        return binder.bind(shape.names(), kind.get().value(), inner, false)
                .flatMap(type -> record(RecordShape.of((Class<?>) type), entries, spot, Stream.of(Shape.Choice.KEY)));
    }

    private Optional<Object> record(RecordShape shape, Entries entries, Spot spot, Stream<String> besides) {
        List<Field> fields = shape.fields();
        List<String> keys =
                Stream.concat(besides, fields.stream().map(Field::key)).toList();
        entries.inOrder().stream()
                .filter(entry -> !keys.contains(entry.getKey()))
                .forEach(entry -> sink.refuse(
                        spot.key(entry.getKey(), entry.getValue().key()),
                        "this key is unknown",
                        Names.didYouMean(entry.getKey(), keys, allowed(keys))));
        List<Optional<Object>> values =
                fields.stream().map(field -> field(field, entries, spot)).toList();
        if (values.contains(Optional.empty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    shape.create(values.stream().map(Optional::orElseThrow).toArray()));
        } catch (IllegalArgumentException refusal) {
            return sink.refuse(spot, refusal);
        }
    }

    /** What the component holds; for an optional one that is an {@code Optional}. */
    private Optional<Object> field(Field field, Entries entries, Spot spot) {
        Optional<Entries.Entry> entry = entries.find(field.key());
        if (entry.isPresent()) {
            return field.wrapped(binder.bind(
                    field.shape(),
                    entry.get().value(),
                    spot.key(field.key(), entry.get().key()),
                    field.mayBeEmpty()));
        }
        Spot missing = spot.missing(field.key());
        if (field.required()) {
            String doc = field.doc().map(line -> ": " + line).orElse("");
            return sink.refuse(
                    missing,
                    "this key is missing",
                    "add it with " + field.shape().wanted() + doc);
        }
        return field.presetNode()
                .map(node -> field.wrapped(binder.bind(field.shape(), node, missing, true)))
                .orElseGet(() -> Optional.of(Optional.empty()));
    }

    private static String allowed(List<String> keys) {
        return keys.isEmpty() ? "no keys are allowed here" : "allowed here are " + Names.list(keys);
    }
}
