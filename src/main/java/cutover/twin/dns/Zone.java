package cutover.twin.dns;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * One version of a zone; it doesn't change, what looks like a change makes another version. Names in texts are relative
 * to the zone unless they end in a dot, {@code @} is the zone's own; times to live are seconds. What real software would
 * not load, such as a CNAME beside other records, may stand in it.
 */
public final class Zone {

    private final Name origin;
    private final List<Record> records;
    private final NavigableMap<Name, List<Record>> names;

    Zone(Name origin, List<Record> records) {
        this.origin = origin;
        this.records = List.copyOf(records);
        this.names = this.records.stream()
                .collect(Collectors.groupingBy(Record::getName, TreeMap::new, Collectors.toList()));
        if (records.stream().anyMatch(record -> !record.getName().subdomain(origin))) {
            throw new IllegalArgumentException("a record outside of the zone " + origin);
        }
    }

    /**
     * Reads a zone from lines {@code name ttl type data}.
     *
     * @throws IllegalArgumentException when a line is no record, or of another zone
     */
    public static Zone of(String origin, String... lines) {
        Name name = Records.absolute(origin);
        return new Zone(
                name, Arrays.stream(lines).map(line -> Records.read(line, name)).toList());
    }

    /** With more records, each {@code name ttl type data}. */
    public Zone with(String... lines) {
        Stream<Record> more = Arrays.stream(lines).map(line -> Records.read(line, origin));
        return new Zone(origin, Stream.concat(records.stream(), more).distinct().toList());
    }

    /** With exactly these values for a name and a type. */
    public Zone set(String name, String type, long ttl, String... values) {
        Name owner = Records.name(name, origin);
        Stream<Record> set = Arrays.stream(values).map(value -> Records.of(owner, type, ttl, value, origin));
        return new Zone(
                origin, Stream.concat(without(name, type).records.stream(), set).toList());
    }

    public Zone without(String name, String type) {
        Name owner = Records.name(name, origin);
        int number = Records.type(type);
        return keep(record -> !record.getName().equals(owner) || record.getRRsetType() != number);
    }

    /** With one time to live for all records of some types, of all types when none is named. */
    public Zone withTtl(long ttl, String... types) {
        Set<Integer> meant = Arrays.stream(types).map(Records::type).collect(Collectors.toSet());
        return each(
                record -> meant.isEmpty() || meant.contains(record.getType()) ? Records.withTtl(record, ttl) : record);
    }

    /** @param serial 0 to 2^32 - 1 */
    public Zone withSerial(long serial) {
        return each(record -> record instanceof SOARecord soa ? soa(soa, serial, soa.getMinimum()) : record);
    }

    /** With the time for which the absence of a name may be remembered, by the SOA's own TTL too (RFC 2308). */
    public Zone withNegativeTtl(long ttl) {
        return each(record ->
                record instanceof SOARecord soa ? Records.withTtl(soa(soa, soa.getSerial(), ttl), ttl) : record);
    }

    /** The same with the next serial. */
    public Zone bumped() {
        return withSerial((serial() + 1) & 0xFFFF_FFFFL);
    }

    public String origin() {
        return origin.toString();
    }

    /** The SOA's serial, 0 when the zone has no SOA. */
    public long serial() {
        return soa().map(SOARecord::getSerial).orElse(0L);
    }

    /** Each record in one line, in the canonical order of names (RFC 4034 section 6.1). */
    public List<String> lines() {
        return records.stream()
                .sorted(Comparator.comparing(Record::getName).thenComparing(Record::getType))
                .map(record -> record.getName() + " " + record.getTTL() + " " + Type.string(record.getType()) + " "
                        + record.rdataToString())
                .toList();
    }

    /** All records by name and type, signatures left out. */
    public List<RecordSet> sets() {
        return names.values().stream()
                .flatMap(here -> here.stream()
                        .filter(record -> !Records.signature(record))
                        .collect(Collectors.groupingBy(Record::getType, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream())
                .map(RecordSet::of)
                .toList();
    }

    Name name() {
        return origin;
    }

    List<Record> records() {
        return records;
    }

    Zone and(List<Record> more) {
        return new Zone(origin, Stream.concat(records.stream(), more.stream()).toList());
    }

    Zone keep(Predicate<Record> which) {
        return new Zone(origin, records.stream().filter(which).toList());
    }

    Optional<SOARecord> soa() {
        return rrset(origin, Type.SOA).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst();
    }

    NavigableMap<Name, List<Record>> names() {
        return names;
    }

    /** The records of a name and type, then their signatures. */
    List<Record> rrset(Name name, int type) {
        return names.getOrDefault(name, List.of()).stream()
                .filter(record -> record.getRRsetType() == type)
                .sorted(Comparator.comparing(Records::signature))
                .toList();
    }

    boolean has(Name name, int type) {
        return !rrset(name, type).isEmpty();
    }

    /** Whether there is such a name, be it only on the way to a longer one (RFC 8020). */
    boolean exists(Name name) {
        Name next = names.ceilingKey(name);
        return name.equals(origin) || next != null && next.subdomain(name);
    }

    /** The topmost name at or above this one, below the zone's own, that is handed over to other servers. */
    Optional<Name> cut(Name name) {
        for (int skip = name.labels() - origin.labels() - 1; skip >= 0; skip--) {
            Name ancestor = skip == 0 ? name : new Name(name, skip);
            if (has(ancestor, Type.NS)) {
                return Optional.of(ancestor);
            }
        }
        return Optional.empty();
    }

    private Zone each(UnaryOperator<Record> change) {
        return new Zone(origin, records.stream().map(change).toList());
    }

    private static SOARecord soa(SOARecord soa, long serial, long minimum) {
        return new SOARecord(
                soa.getName(),
                soa.getDClass(),
                soa.getTTL(),
                soa.getHost(),
                soa.getAdmin(),
                serial,
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                minimum);
    }
}
