package cutover.build.jenkins;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters that a pipeline declares. */
record Parameters(List<Section.Said> all) {

    static Parameters read(PipelineScript script, Closure<?> block) {
        return new Parameters(Section.all(script, "parameters", Set.of("choice", "string"), block));
    }

    List<?> choices(String name) {
        return all.stream()
                .filter(one -> one.text("name").equals(name))
                .map(one -> (List<?>) one.named().get("choices"))
                .findFirst()
                .orElseThrow();
    }

    /** All values, those that were not given by default; asking for any other parameter is an error. */
    Map<String, String> values(Map<String, String> given) {
        Map<String, String> values = new Strict();
        for (Section.Said one : all) {
            String name = one.text("name");
            boolean choice = one.name().equals("choice");
            String value =
                    given.getOrDefault(name, choice ? choices(name).get(0).toString() : one.text("defaultValue"));
            if (choice && !choices(name).contains(value)) {
                throw new Broken("Illegal choice for parameter " + name + ": " + value);
            }
            values.put(name, value);
        }
        if (!values.keySet().containsAll(given.keySet())) {
            throw new Broken("there are no such parameters: " + given);
        }
        return values;
    }

    private static final class Strict extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public String get(Object key) {
            if (!containsKey(key)) {
                throw new Broken("there is no parameter " + key);
            }
            return super.get(key);
        }
    }
}
