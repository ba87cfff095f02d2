package cutover.twin.dns;

import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * What a resolver found out about a name and a type.
 *
 * @param answer empty when there is no such name or nothing of the type
 * @param authority the SOA of an absence, and proofs
 */
record Known(int rcode, List<Record> answer, List<Record> authority) {

    static final Known FAILED = new Known(Rcode.SERVFAIL, List.of(), List.of());

    Known {
        answer = List.copyOf(answer);
        authority = List.copyOf(authority);
    }

    /** With what was found at the end of an alias. */
    Known then(Known end) {
        return new Known(
                end.rcode,
                Stream.concat(answer.stream(), end.answer.stream()).toList(),
                Stream.concat(authority.stream(), end.authority.stream()).toList());
    }

    /** How long it may be remembered, in seconds; an absence without SOA not at all (RFC 2308 section 5). */
    long ttl() {
        return answer.isEmpty()
                ? Answers.negativeTtl(authority).orElse(0L)
                : answer.stream().mapToLong(Record::getTTL).min().orElse(0L);
    }

    /** The same with what is left of its time. */
    Known left(long ttl) {
        return new Known(rcode, withTtl(answer, ttl), withTtl(authority, ttl));
    }

    private static List<Record> withTtl(List<Record> records, long ttl) {
        return records.stream().map(record -> Records.withTtl(record, ttl)).toList();
    }
}
