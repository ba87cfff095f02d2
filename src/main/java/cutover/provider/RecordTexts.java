package cutover.provider;

import java.io.IOException;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Reads names, types and records from texts; complains with the text that is wrong. */
public final class RecordTexts {

    private RecordTexts() {}

    /** The absolute name, with or without its last dot. */
    public static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a name: " + text, e);
        }
    }

    /** The number of a type, for instance of {@code CNAME}. */
    public static int type(String text) {
        int type = Type.value(text);
        if (type < 0) {
            throw new IllegalArgumentException("not a type of records: " + text);
        }
        return type;
    }

    /** A set of records; values as a master file has them, names with their last dot. */
    public static List<Record> records(String name, String type, long ttl, List<String> values) {
        Name owner = name(name);
        int number = type(type);
        return values.stream().map(value -> record(owner, number, ttl, value)).toList();
    }

    private static Record record(Name owner, int type, long ttl, String value) {
        try {
            return Record.fromString(owner, type, DClass.IN, ttl, value, Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the data of " + Type.string(type) + ": " + value, e);
        }
    }
}
