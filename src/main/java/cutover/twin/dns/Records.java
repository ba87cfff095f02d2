package cutover.twin.dns;

import java.io.IOException;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Reads records from text, and records like them with another time to live. */
final class Records {

    private static final int FIELDS = 4;

    private Records() {}

    /**
     * Reads {@code name ttl type data}, as a line of a master file (RFC 1035 section 5.1) without its class.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Record read(String line, Name origin) {
        String[] fields = line.strip().split("\\s+", FIELDS);
        if (fields.length < FIELDS) {
            throw new IllegalArgumentException("not a record: " + line);
        }
        return of(name(fields[0], origin), fields[2], Long.parseLong(fields[1]), fields[3], origin);
    }

    static Record of(Name name, String type, long ttl, String data, Name origin) {
        try {
            return Record.fromString(name, type(type), DClass.IN, ttl, data, origin);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the data of " + type + ": " + data, e);
        }
    }

    static int type(String text) {
        int type = Type.value(text);
        if (type < 0) {
            throw new IllegalArgumentException("not a type of records: " + text);
        }
        return type;
    }

    static Name name(String text, Name origin) {
        try {
            return Name.fromString(text, origin);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a name: " + text, e);
        }
    }

    /** The name of a zone or a host, with or without its last dot. */
    static Name absolute(String text) {
        return name(text, Name.root);
    }

    /** A signature keeps the original TTL in its data, so that it still verifies. */
    static Record withTtl(Record record, long ttl) {
        return record.getTTL() == ttl
                ? record
                : Record.newRecord(
                        record.getName(), record.getType(), record.getDClass(), ttl, record.rdataToWireCanonical());
    }

    /** What belongs to a set of records, its signatures included. */
    static List<Record> set(List<Record> records, Name name, int type) {
        return records.stream()
                .filter(record -> record.getName().equals(name) && record.getRRsetType() == type)
                .toList();
    }

    static boolean signature(Record record) {
        return record instanceof RRSIGRecord;
    }
}
