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

    public Sources {
        values = Map.copyOf(values);
    }

    /** Explicit values and secrets, for instance those of a twin. */
    public static Sources of(Map<String, String> values, Map<String, String> secrets) {
        Map<String, String> known = Map.copyOf(secrets);
        return new Sources(values, name -> Optional.ofNullable(known.get(name)));
    }

    /** No values; secrets from the variables {@code NAME} or the files named by {@code NAME_FILE}. */
    public static Sources fromEnvironment(Map<String, String> environment) {
        return new Sources(Map.of(), SecretSource.environment(environment));
    }

    /** These sources with further values; on the same name the new one holds. */
    public Sources withValues(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Sources(all, secrets);
    }
}
