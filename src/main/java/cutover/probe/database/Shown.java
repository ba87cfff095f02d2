package cutover.probe.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a stored document must show, as one row has it.
 *
 * @param key under which the document is stored
 * @param texts name of the column → what must stand in the document; what the row leaves empty is left out
 */
public record Shown(String key, Map<String, String> texts) {

    public Shown {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** Without the texts, which are somebody's data. */
    @Override
    public String toString() {
        return key + " " + texts.keySet();
    }
}
