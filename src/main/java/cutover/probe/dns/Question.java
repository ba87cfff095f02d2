package cutover.probe.dns;

import java.util.Locale;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * What is asked, in class IN.
 *
 * @param name absolute; kept in lower case without the last dot, the root as "."
 * @param type of a record, as text: A, AAAA, MX, … or TYPE65280 for one without a name; kept in upper case. Not ANY, to
 *     which a server may give any part of the truth (RFC 8482), and no zone transfer
 */
public record Question(String name, String type) {

    public Question {
        name = Names.canonical(name);
        type = type.toUpperCase(Locale.ROOT);
        int number = Type.value(type);
        if (number < 0 || !Type.isRR(number)) {
            throw new IllegalArgumentException("not a type of a record: " + type);
        }
        type = Type.string(number);
    }

    /** "www.example.org AAAA". */
    public String told() {
        return name + " " + type;
    }

    Record record() {
        return Record.newRecord(Names.absolute(name), Type.value(type), DClass.IN);
    }
}
