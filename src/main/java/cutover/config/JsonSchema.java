package cutover.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Schema of the files that {@link StrictYaml} reads. */
public final class JsonSchema {

    private JsonSchema() {}

    /** The schema of one record. */
    public static ObjectNode of(Class<?> record) {
        return JsonNodeFactory.instance.objectNode().put("title", record.getSimpleName());
    }
}
