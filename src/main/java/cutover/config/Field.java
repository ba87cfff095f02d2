package cutover.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One key of a record.
 *
 * @param optional whether the component is an {@code Optional}; the shape is then that of its content
 * @param preset the text of {@link Default}
 */
record Field(String key, Shape shape, boolean optional, Optional<String> preset, Optional<String> doc) {

    static Field of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        return new Field(
                Names.kebab(component.getName()),
                Shape.of(optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type),
                optional,
                Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value),
                Optional.ofNullable(component.getAnnotation(Doc.class)).map(Doc::value));
    }

    boolean required() {
        return !optional && preset.isEmpty();
    }

    /** Whether an empty text is a value here. */
    boolean mayBeEmpty() {
        return preset.filter(String::isEmpty).isPresent();
    }

    /** What stands for a missing key, as if the file held it. */
    Optional<Node> presetNode() {
        return preset.map(
                text -> shape instanceof ScalarShape scalar ? scalarNode(scalar, text) : YamlText.nodeOf(text));
    }

    /** The value as the component takes it. */
    Optional<Object> wrapped(Optional<Object> value) {
        return optional && value.isPresent() ? Optional.of(value) : value;
    }

    private static Node scalarNode(ScalarShape scalar, String text) {
        ScalarStyle style = scalar.json().equals("string") ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, style);
    }
}
