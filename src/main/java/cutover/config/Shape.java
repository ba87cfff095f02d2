package cutover.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a type of Java looks like in a file; both the binding and the JSON Schema follow it. */
sealed interface Shape permits ScalarShape, Shape.Many, RecordShape, Shape.Choice, Shape.Keyed {

    /** "a text", "a list", … for "is a list where a text is wanted". */
    String wanted();

    /**
     * A list.
     *
     * @param distinct whether an element that comes twice is a problem
     */
    record Many(Shape element, boolean distinct) implements Shape {
        @Override
        public String wanted() {
            return "a list";
        }
    }

    /** A mapping with keys of the file's own choice. */
    record Keyed(ScalarShape key, Shape value) implements Shape {
        @Override
        public String wanted() {
            return "a mapping";
        }
    }

    /** A mapping whose key {@code kind} says which record it is. */
    record Choice(Map<String, Class<?>> kinds) implements Shape {

        static final String KEY = "kind";

        /** What may stand behind {@code kind}; its value is the class. */
        ScalarShape names() {
            return ScalarShape.oneOf(kinds);
        }

        @Override
        public String wanted() {
            return "a mapping";
        }
    }

    /**
     * The shape of a type.
     *
     * @throws IllegalArgumentException when the type cannot be bound
     */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (type instanceof Class<?> plain) {
            return ScalarShapes.of(plain)
                    .map(Shape.class::cast)
                    .or(() -> Kinds.of(plain))
                    .orElseGet(() -> RecordShape.of(plain));
        }
        throw new IllegalArgumentException("cannot be bound to YAML: " + type);
    }

    private static Shape ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new Many(of(arguments[0]), false);
        }
        if (type.getRawType() == Set.class) {
            return new Many(of(arguments[0]), true);
        }
        if (type.getRawType() == Map.class && of(arguments[0]) instanceof ScalarShape key) {
            return new Keyed(key, of(arguments[1]));
        }
        throw new IllegalArgumentException("cannot be bound to YAML: " + type);
    }
}
