package cutover.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A mapping whose keys are the components of a record. */
record RecordShape(Class<?> type) implements Shape {

    static RecordShape of(Class<?> type) {
        if (!type.isRecord() || type.getTypeParameters().length > 0) {
            throw new IllegalArgumentException("cannot be bound to YAML: " + type.getName());
        }
        return new RecordShape(type);
    }

    @Override
    public String wanted() {
        return "a mapping";
    }

    /** In the order of the record; read when asked for, so that a record may hold itself. */
    List<Field> fields() {
        return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
    }

    Optional<String> doc() {
        return Optional.ofNullable(type.getAnnotation(Doc.class)).map(Doc::value);
    }

    /**
     * The record of these values, in the order of the fields.
     *
     * @throws IllegalArgumentException when its constructor refuses them
     */
    Object create(Object... values) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }
}
