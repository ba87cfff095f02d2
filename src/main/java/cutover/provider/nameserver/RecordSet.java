package cutover.provider.nameserver;

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
        Texts.records(name, type, ttl, values);
    }

    /** The absence of all records of a name and type. */
    public static RecordSet none(String name, String type) {
        return new RecordSet(name, type, 0, List.of());
    }

    List<Record> records() {
        return Texts.records(name, type, ttl, values);
    }
}
