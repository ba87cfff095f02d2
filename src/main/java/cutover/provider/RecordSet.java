package cutover.provider;

import java.util.List;
import org.xbill.DNS.Record;

/**
 * All records of one name and type.
 *
 * @param name absolute, with or without its last dot
 * @param type for instance {@code CNAME}
 * @param ttl seconds; 0 when there is none
 * @param values as a master file has them, names with their last dot; empty when there is no such record
 */
public record RecordSet(String name, String type, long ttl, List<String> values) {

    /** @throws IllegalArgumentException when it is not what a zone can hold */
    public RecordSet {
        values = values.stream().sorted().toList();
        RecordTexts.records(name, type, ttl, values);
    }

    /** The absence of all records of a name and type. */
    public static RecordSet none(String name, String type) {
        return new RecordSet(name, type, 0, List.of());
    }

    /** One for each value; none when there is no such record. */
    public List<Record> records() {
        return RecordTexts.records(name, type, ttl, values);
    }
}
