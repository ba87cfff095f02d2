package cutover.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * JSON Schema 2020-12 of the files that {@link StrictYaml} reads, so that editors complete and mark them. It follows the
 * same shapes as the reader; where a value may be written as a placeholder, the schema lets that pass.
 */
public final class JsonSchema {

    private static final String PLACEHOLDER = "\\$\\{";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    private JsonSchema() {}

    /**
     * The schema of one file.
     *
     * @throws IllegalArgumentException when the record is of a kind that cannot be bound
     */
    public static ObjectNode of(Class<?> record) {
        JsonSchema schema = new JsonSchema();
        ObjectNode root = schema.json
                .createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", record.getSimpleName());
        root.setAll(schema.shape(Shape.of(record), false));
        ObjectNode definitions = root.putObject("$defs");
        schema.definitions.forEach(definitions::set);
        return root;
    }

    private ObjectNode shape(Shape shape, boolean mayBeEmpty) {
        if (shape instanceof ScalarShape scalar) {
            return scalar(scalar, mayBeEmpty);
        }
        if (shape instanceof Shape.Many many) {
            ObjectNode list = json.createObjectNode().put("type", "array");
            list.set("items", shape(many.element(), false));
            return many.distinct() ? list.put("uniqueItems", true) : list;
        }
        if (shape instanceof Shape.Keyed keyed) {
            ObjectNode map = json.createObjectNode().put("type", "object");
            map.set("propertyNames", scalar(keyed.key(), false));
            map.set("additionalProperties", shape(keyed.value(), false));
            return map;
        }
        if (shape instanceof Shape.Choice choice) {
            ObjectNode one = json.createObjectNode();
            ArrayNode kinds = one.putArray("oneOf");
            choice.kinds().forEach((kind, type) -> kinds.add(reference(RecordShape.of(type), kind)));
            return one;
        }
        return reference((RecordShape) shape, "");
    }

    private ObjectNode scalar(ScalarShape shape, boolean mayBeEmpty) {
        ObjectNode node = json.createObjectNode();
        if (!shape.allowed().isEmpty()) {
            ArrayNode either = node.putArray("anyOf");
            ArrayNode allowed = either.addObject().putArray("enum");
            shape.allowed().forEach(allowed::add);
            either.addObject().put("type", "string").put("pattern", PLACEHOLDER);
            return node;
        }
        if (!shape.json().equals("string")) {
            node.putArray("type").add(shape.json()).add("string");
            return node.put("pattern", PLACEHOLDER);
        }
        if (!shape.pattern().isEmpty()) {
            return node.put("type", "string").put("pattern", "(" + shape.pattern() + ")|" + PLACEHOLDER);
        }
        node.putArray("type").add("string").add("number").add("boolean");
        return mayBeEmpty ? node : node.put("minLength", 1);
    }

    /** A record stands once among the definitions, and once more per kind; so one may hold itself. */
    private ObjectNode reference(RecordShape shape, String kind) {
        String name = names.computeIfAbsent(shape.type(), this::freeName) + (kind.isEmpty() ? "" : "." + kind);
        if (!definitions.containsKey(name)) {
            ObjectNode definition = json.createObjectNode();
            definitions.put(name, definition);
            define(definition, shape, kind);
        }
        return json.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private String freeName(Class<?> type) {
        String name = Names.kebab(type.getSimpleName());
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? name : name + "-" + n)
                .filter(free -> !names.containsValue(free))
                .findFirst()
                .orElseThrow();
    }

    private void define(ObjectNode definition, RecordShape shape, String kind) {
        definition.put("type", "object").put("additionalProperties", false);
        shape.doc().ifPresent(line -> definition.put("description", line));
        ObjectNode properties = definition.putObject("properties");
        ArrayNode required = json.createArrayNode();
        if (!kind.isEmpty()) {
            properties.putObject(Shape.Choice.KEY).put("const", kind);
            required.add(Shape.Choice.KEY);
        }
        List<Field> fields = shape.fields();
        fields.forEach(field -> properties.set(field.key(), property(field)));
        fields.stream().filter(Field::required).map(Field::key).forEach(required::add);
        definition.set("required", required);
    }

    private ObjectNode property(Field field) {
        ObjectNode property = shape(field.shape(), field.mayBeEmpty());
        field.doc().ifPresent(line -> property.put("description", line));
        field.preset().ifPresent(text -> {
            boolean isText =
                    field.shape() instanceof ScalarShape scalar && scalar.json().equals("string");
            Object value = isText ? text : new Load(LoadSettings.builder().build()).loadFromString(text);
            property.set("default", json.valueToTree(value));
        });
        return property;
    }
}
