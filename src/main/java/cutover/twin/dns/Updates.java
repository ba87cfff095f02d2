package cutover.twin.dns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

/** Changes of a zone that come over the wire (RFC 2136), signed by the key for it (RFC 8945); applied where sent. */
final class Updates {

    private final UpdateKey key;
    private final Clock clock;
    private final BiPredicate<Authority, Name> primary;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private volatile Runnable listener = () -> {};

    /** Changes that were made, in their order. */
    private record Accepted(String zone, List<Record> changes) {}

    /** @param primary whether a server takes changes of a zone */
    Updates(UpdateKey key, Clock clock, BiPredicate<Authority, Name> primary) {
        this.key = key;
        this.clock = clock;
        this.primary = primary;
    }

    UpdateKey key() {
        return key;
    }

    /** Called after each change, before it is answered. */
    void listen(Runnable told) {
        listener = told;
    }

    void forget() {
        accepted.clear();
    }

    /** Makes all changes again, at each of a zone's servers. */
    void repeat(Function<String, List<Authority>> servers) {
        accepted.forEach(change -> servers.apply(change.zone()).stream()
                .filter(server -> !server.frozen())
                .forEach(
                        server -> server.zone(change.zone()).ifPresent(zone -> serve(server, zone, change.changes()))));
    }

    Message respond(Message query, byte[] wire, Authority server) {
        TSIGRecord given = query.getTSIG();
        if (given == null) {
            return Replies.to(query, Rcode.REFUSED);
        }
        TSIG tsig = key.tsig(clock);
        if (!given.getName().equals(Records.absolute(key.name()))) {
            return refused(query, given, Rcode.BADKEY);
        }
        int verified = tsig.verify(query, wire, null);
        if (verified != Rcode.NOERROR) {
            return refused(query, given, verified);
        }
        Message reply = Replies.to(query, apply(query, server));
        reply.setTSIG(tsig, Rcode.NOERROR, given);
        return reply;
    }

    /** Not signed, since the two sides don't share a key (RFC 8945 section 5.3.2). */
    private Message refused(Message query, TSIGRecord given, int why) {
        Message reply = Replies.to(query, Rcode.NOTAUTH);
        // the library writes an OPT last, where the TSIG has to be
        reply.removeAllRecords(Section.ADDITIONAL);
        reply.addRecord(
                new TSIGRecord(
                        given.getName(),
                        DClass.ANY,
                        0,
                        given.getAlgorithm(),
                        clock.instant(),
                        TSIG.FUDGE,
                        new byte[0],
                        query.getHeader().getID(),
                        why,
                        new byte[0]),
                Section.ADDITIONAL);
        return reply;
    }

    private int apply(Message query, Authority server) {
        Record asked = query.getQuestion();
        if (asked == null || asked.getType() != Type.SOA) {
            return Rcode.FORMERR;
        }
        Optional<Zone> zone = server.zone(asked.getName().toString());
        if (zone.isEmpty()) {
            return Rcode.NOTAUTH;
        }
        return primary.test(server, asked.getName()) ? apply(query, server, zone.get()) : Rcode.REFUSED;
    }

    private int apply(Message query, Authority server, Zone zone) {
        int met = met(zone, query.getSection(Section.PREREQ));
        if (met != Rcode.NOERROR) {
            return met;
        }
        List<Record> changes = query.getSection(Section.UPDATE);
        if (changes.stream().anyMatch(change -> !change.getName().subdomain(zone.name()))) {
            return Rcode.NOTZONE;
        }
        accept(server, zone, changes);
        return Rcode.NOERROR;
    }

    /** Puts sets in place of what a primary has of their names and types, as if that had come over the wire. */
    void replace(Authority server, Zone zone, List<RecordSet> sets) {
        Stream<Record> deleted = sets.stream()
                .map(set -> Record.newRecord(Records.absolute(set.name()), Records.type(set.type()), DClass.ANY, 0));
        Stream<Record> added = sets.stream().flatMap(set -> set.records().stream());
        accept(server, zone, Stream.concat(deleted, added).toList());
    }

    private void accept(Authority server, Zone zone, List<Record> changes) {
        serve(server, zone, changes);
        accepted.add(new Accepted(zone.origin(), changes));
        listener.run();
    }

    private static void serve(Authority server, Zone zone, List<Record> changes) {
        Zone changed = zone;
        for (Record change : changes) {
            changed = changed(changed, change);
        }
        server.serve(changed.records().equals(zone.records()) ? zone : changed.bumped());
    }

    /** RFC 2136 section 3.2: what is named with its data is the whole set. */
    private static int met(Zone zone, List<Record> conditions) {
        for (Record condition : conditions) {
            int met = met(zone, condition);
            if (met != Rcode.NOERROR) {
                return met;
            }
        }
        boolean whole = conditions.stream()
                .filter(condition -> condition.getDClass() == DClass.IN)
                .flatMap(condition -> zone.records().stream().filter(record -> sameSet(record, condition)))
                .allMatch(conditions::contains);
        return whole ? Rcode.NOERROR : Rcode.NXRRSET;
    }

    private static int met(Zone zone, Record condition) {
        Name name = condition.getName();
        if (!name.subdomain(zone.name())) {
            return Rcode.NOTZONE;
        }
        boolean named = zone.names().containsKey(name);
        boolean there = condition.getType() == Type.ANY ? named : zone.has(name, condition.getType());
        if (condition.getDClass() == DClass.NONE) {
            return there ? condition.getType() == Type.ANY ? Rcode.YXDOMAIN : Rcode.YXRRSET : Rcode.NOERROR;
        }
        if (condition.getDClass() == DClass.ANY) {
            return there ? Rcode.NOERROR : condition.getType() == Type.ANY ? Rcode.NXDOMAIN : Rcode.NXRRSET;
        }
        return zone.records().contains(condition) ? Rcode.NOERROR : Rcode.NXRRSET;
    }

    /** RFC 2136 section 3.4.2; the zone's own SOA and name servers can't be deleted as a whole. */
    private static Zone changed(Zone zone, Record change) {
        return switch (change.getDClass()) {
            case DClass.ANY -> zone.keep(record -> !sameSet(record, change) || kept(zone, record));
            case DClass.NONE -> zone.keep(record -> !sameData(record, change));
            default -> added(zone, change);
        };
    }

    private static Zone added(Zone zone, Record change) {
        List<Record> records = new ArrayList<>(zone.records());
        records.removeIf(record -> record.equals(change)
                || change instanceof SOARecord && record instanceof SOARecord
                || change.getType() == Type.CNAME && sameSet(record, change));
        records.add(change);
        return new Zone(zone.name(), records);
    }

    private static boolean kept(Zone zone, Record record) {
        return record.getName().equals(zone.name()) && (record.getType() == Type.SOA || record.getType() == Type.NS);
    }

    private static boolean sameSet(Record record, Record change) {
        return record.getName().equals(change.getName())
                && (change.getType() == Type.ANY || record.getType() == change.getType());
    }

    private static boolean sameData(Record record, Record change) {
        return sameSet(record, change) && record.rdataToString().equals(change.rdataToString());
    }
}
