package cutover.twin;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The facts about the seed as placeholders: {@code twin.seed.newest.lastName} and so on; lists are joined by commas. */
final class SeedValues {

    private final Map<String, String> values = new TreeMap<>();

    static Map<String, String> of(Record facts) {
        SeedValues all = new SeedValues();
        all.add("twin.seed", facts);
        return all.values;
    }

    private void add(String name, Object value) {
        if (value instanceof Record branch) {
            for (RecordComponent component : branch.getClass().getRecordComponents()) {
                add(name + "." + component.getName(), read(branch, component));
            }
        } else if (value instanceof List<?> list) {
            values.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else {
            values.put(name, String.valueOf(value));
        }
    }

    private static Object read(Record branch, RecordComponent component) {
        try {
            return component.getAccessor().invoke(branch);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("fact " + component.getName() + " can't be read", e);
        }
    }
}
