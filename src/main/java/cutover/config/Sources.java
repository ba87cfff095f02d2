package cutover.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What files may refer to.
 *
 * @param values what {@code ${name}} stands for
 * @param secrets where the values of secrets come from
 */
public record Sources(Map<String, String> values, SecretSource secrets) {

    /** How the names of variables begin whose values files may use. */
    static final String VARIABLES = "CUTOVER_";

    public Sources {
        values = Map.copyOf(values);
    }

    /** Explicit values and secrets, for instance those of a twin. */
    public static Sources of(Map<String, String> values, Map<String, String> secrets) {
        Map<String, String> known = Map.copyOf(secrets);
        return new Sources(values, name -> Optional.ofNullable(known.get(name)));
    }

    /**
     * Values from the variables whose names begin with {@code CUTOVER_}; secrets from the variables {@code NAME} or the files
     * named by {@code NAME_FILE}.
     */
    public static Sources fromEnvironment(Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>(environment);
        values.keySet().removeIf(name -> !name.startsWith(VARIABLES));
        return new Sources(values, SecretSource.environment(environment));
    }
}
