package cutover.runbook;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file {@code config/signers.yaml}: who may sign off. */
public record Signers(
        @Doc("Names by environment, then by the role that owns the step; a role that is not named is open to everybody")
        @Default("{}")
        Map<String, Map<String, List<String>>> maySign) {

    /** Everybody may sign everything. */
    public static final Signers EVERYBODY = new Signers(Map.of());

    public Signers {
        Map<String, Map<String, List<String>>> copy = new LinkedHashMap<>();
        maySign.forEach((environment, roles) -> copy.put(environment, Map.copyOf(roles)));
        maySign = Map.copyOf(copy);
    }

    /** The names that may sign for the role there; empty when everybody may. */
    public List<String> of(String environment, String role) {
        return maySign.getOrDefault(environment, Map.of()).getOrDefault(role, List.of());
    }

    /** Whether that person may. */
    public boolean may(String environment, String role, String person) {
        List<String> named = of(environment, role);
        return named.isEmpty() || named.contains(person);
    }
}
