package cutover.build.jenkins;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.Map;
import java.util.TreeMap;

/** Takes the assignments of an {@code environment} block. */
public final class Variables extends GroovyObjectSupport {

    private final Map<String, String> values = new TreeMap<>();

    static Map<String, String> read(Closure<?> block) {
        Variables variables = new Variables();
        block.setDelegate(variables);
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        block.call();
        return variables.values;
    }

    @Override
    public void setProperty(String name, Object value) {
        values.put(name, String.valueOf(value));
    }
}
