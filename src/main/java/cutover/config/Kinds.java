package cutover.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records behind a sealed interface, by the name that a file gives in {@code kind}. */
final class Kinds {

    private Kinds() {}

    static Optional<Shape> of(Class<?> type) {
        if (!type.isSealed() || !type.isInterface()) {
            return Optional.empty();
        }
        Map<String, Class<?>> kinds = new TreeMap<>();
        records(type).forEach(record -> kinds.put(Names.kebab(record.getSimpleName()), record));
        return Optional.of(new Shape.Choice(kinds));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::records) : Stream.of(type);
    }
}
