package cutover.build.jenkins;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A block of directives, each at most once, read before anything in it is run. */
final class Section {

    private final String name;
    private final Map<String, List<Object>> directives = new LinkedHashMap<>();

    private Section(String name) {
        this.name = name;
    }

    /** @throws Broken for a directive that is unknown here or said twice */
    static Section read(PipelineScript script, String name, Set<String> known, Closure<?> block) {
        Section section = new Section(name);
        script.within(
                (said, arguments) -> {
                    if (!known.contains(said)) {
                        throw new Broken("there is no directive \"" + said + "\" in " + name + "; there are " + known);
                    }
                    if (section.directives.put(said, List.of(arguments)) != null) {
                        throw new Broken(name + " says \"" + said + "\" twice");
                    }
                    return null;
                },
                block);
        return section;
    }

    /** All that is said in a block, in order, as often as it is said. */
    static List<Said> all(PipelineScript script, String name, Set<String> known, Closure<?> block) {
        List<Said> all = new ArrayList<>();
        script.within(
                (said, arguments) -> {
                    if (!known.contains(said)) {
                        throw new Broken("there is no \"" + said + "\" in " + name + "; there are " + known);
                    }
                    Said one = new Said(said, List.of(arguments));
                    all.add(one);
                    return one;
                },
                block);
        // what was said as an argument of something else is no part of the block itself
        all.removeIf(one -> all.stream().anyMatch(other -> other.arguments().contains(one)));
        return all;
    }

    /** One call. */
    record Said(String name, List<Object> arguments) {

        @SuppressWarnings("unchecked")
        Map<String, Object> named() {
            return arguments.isEmpty() || !(arguments.get(0) instanceof Map)
                    ? Map.of()
                    : (Map<String, Object>) arguments.get(0);
        }

        String text(String key) {
            return String.valueOf(named().get(key));
        }
    }

    boolean has(String directive) {
        return directives.containsKey(directive);
    }

    Stream<String> said() {
        return directives.keySet().stream();
    }

    /** The block of a directive. */
    Closure<?> block(String directive) {
        List<Object> arguments = arguments(directive);
        if (arguments.isEmpty() || !(arguments.get(arguments.size() - 1) instanceof Closure<?> block)) {
            throw new Broken("\"" + directive + "\" in " + name + " has no block");
        }
        return block;
    }

    /** The first argument of a directive, also of one that has a block. */
    Object only(String directive) {
        return arguments(directive).get(0);
    }

    /** The only argument of a directive. */
    Object value(String directive) {
        List<Object> arguments = arguments(directive);
        if (arguments.size() != 1) {
            throw new Broken("\"" + directive + "\" in " + name + " has one value");
        }
        return arguments.get(0);
    }

    private List<Object> arguments(String directive) {
        if (!has(directive)) {
            throw new Broken(name + " does not say \"" + directive + "\"");
        }
        return directives.get(directive);
    }
}
