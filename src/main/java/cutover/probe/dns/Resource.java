package cutover.probe.dns;

import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * One record of an answer, in class IN.
 *
 * @param name lower case without the last dot
 * @param type upper case
 * @param ttl seconds, as they came
 * @param data in one spelling for equal data: addresses of IPv6 compressed (RFC 5952); names in lower case without the
 *     last dot; the strings of a TXT joined without blanks (RFC 7208 section 3.3) and without quotes, bytes that are not
 *     printable as {@code \DDD} and a backslash doubled (RFC 1035 section 5.1); "10 mail.example.org" for an MX;
 *     {@code 0 issue "letsencrypt.org"} for a CAA. Types not named here as dnsjava writes them, with last dots
 */
public record Resource(String name, String type, long ttl, String data) {

    public Resource {
        if (ttl < 0) {
            throw new IllegalArgumentException("a record does not live for " + ttl + " s: " + name);
        }
    }

    static Resource of(Record record) {
        return new Resource(
                Names.text(record.getName()), Type.string(record.getType()), record.getTTL(), Presentation.of(record));
    }

    /** "www.example.org 60 A 192.0.2.1". */
    public String told() {
        return name + " " + ttl + " " + type + " " + data;
    }

    /** The record without its lifetime: "www.example.org A 192.0.2.1". */
    public String fact() {
        return name + " " + type + " " + data;
    }

    boolean is(String otherName, String otherType) {
        return name.equals(otherName) && type.equals(otherType);
    }
}
