package cutover.build.jenkins;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.NullObject;

/**
 * A call of a step, its parameters all by name.
 *
 * @param blocks the block of a step that has one, else nothing
 */
record Call(String name, Map<String, Object> arguments, List<Closure<?>> blocks) {

    /** @throws Broken when the step can't be called so */
    static Call of(KnownStep step, Object... given) {
        List<Object> values = new ArrayList<>(Arrays.asList(given));
        List<Closure<?>> blocks = new ArrayList<>();
        if (step.block()) {
            if (values.isEmpty() || !(values.remove(values.size() - 1) instanceof Closure<?> block)) {
                throw new Broken(step.name() + " needs a block");
            }
            blocks.add(block);
        }
        Map<String, Object> arguments = named(step, values);
        step.takes(arguments.keySet());
        return new Call(step.name(), arguments, blocks);
    }

    /** A wrapper that is an option of a stage, which is its block. */
    static Call described(String name, Map<String, Object> given) {
        KnownStep step = KnownStep.named(name);
        step.takes(given.keySet());
        return new Call(step.name(), given, List.of());
    }

    String text(String parameter) {
        Object value = arguments.get(parameter);
        return value == null || value instanceof NullObject ? "" : value.toString();
    }

    Closure<?> block() {
        return blocks.get(0);
    }

    private static Map<String, Object> named(KnownStep step, List<Object> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (values.size() == 1 && values.get(0) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(key.toString(), plain(value)));
        } else if (values.size() == 1 && !step.only().isEmpty()) {
            named.put(step.only(), plain(values.get(0)));
        } else if (!values.isEmpty()) {
            throw new Broken(step.name() + " cannot be called with " + values);
        }
        return named;
    }

    private static Object plain(Object value) {
        return value instanceof GString ? value.toString() : value;
    }
}
