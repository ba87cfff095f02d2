package cutover.twin.dns;

import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * All records of a name and type.
 *
 * @param name absolute, with its dot
 * @param ttl seconds
 * @param values as a master file has them, in one spelling and order; empty for the absence of such records
 */
public record RecordSet(String name, String type, long ttl, List<String> values) {

    /** @throws IllegalArgumentException when a value is none of that type */
    public RecordSet {
        Name owner = Records.absolute(name);
        name = owner.toString();
        values = values.stream()
                .map(value -> Records.of(owner, type, ttl, value, Name.root).rdataToString())
                .sorted()
                .toList();
    }

    static RecordSet of(List<Record> set) {
        Record first = set.get(0);
        return new RecordSet(
                first.getName().toString(),
                Type.string(first.getType()),
                first.getTTL(),
                set.stream().map(Record::rdataToString).toList());
    }

    List<Record> records() {
        Name owner = Records.absolute(name);
        return values.stream()
                .map(value -> Records.of(owner, type, ttl, value, Name.root))
                .toList();
    }
}
