package cutover.provider.nameserver;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Reads what stands in texts; complains with the text that is wrong. */
final class Texts {

    private static final Map<String, String> MACS = Map.of(
            "hmac-sha1", "HmacSHA1",
            "hmac-sha224", "HmacSHA224",
            "hmac-sha256", "HmacSHA256",
            "hmac-sha384", "HmacSHA384",
            "hmac-sha512", "HmacSHA512");

    private Texts() {}

    static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a name: " + text, e);
        }
    }

    static int type(String text) {
        int type = Type.value(text);
        if (type < 0) {
            throw new IllegalArgumentException("not a type of records: " + text);
        }
        return type;
    }

    static List<Record> records(String name, String type, long ttl, List<String> values) {
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

    /** What Java calls an algorithm of signatures. */
    static String mac(String algorithm) {
        return Optional.ofNullable(MACS.get(algorithm))
                .orElseThrow(() -> new IllegalArgumentException(
                        "not an algorithm of keys: " + algorithm + ", known are " + new TreeSet<>(MACS.keySet())));
    }
}
