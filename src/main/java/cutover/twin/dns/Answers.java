package cutover.twin.dns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Fills an answer from one zone (RFC 1034 section 4.3.2, RFC 2308, RFC 4592, RFC 4035 section 3.1). */
final class Answers {

    private static final int MOST_ALIASES = 8;
    private static final Set<Integer> OF_THE_ZONE = Set.of(Type.SOA, Type.NS, Type.DNSKEY, Type.CNAME, Type.NSEC);

    private final Zone zone;
    private final int type;
    private final boolean dnssec;
    private final Message answer;

    /** @param dnssec whether signatures and proofs are wanted */
    Answers(Zone zone, int type, boolean dnssec, Message answer) {
        this.zone = zone;
        this.type = type;
        this.dnssec = dnssec;
        this.answer = answer;
    }

    void find(Name name) {
        find(name, 0);
    }

    private void find(Name name, int aliases) {
        Optional<Name> cut = zone.cut(name).filter(at -> !(at.equals(name) && type == Type.DS));
        if (cut.isPresent()) {
            refer(cut.get(), aliases);
            return;
        }
        answer.getHeader().setFlag(Flags.AA);
        if (zone.exists(name)) {
            at(name, name, aliases);
        } else {
            wildcard(name, aliases);
        }
    }

    private void refer(Name cut, int aliases) {
        if (aliases > 0) {
            return;
        }
        add(zone.rrset(cut, Type.NS), Section.AUTHORITY);
        if (dnssec) {
            add(zone.rrset(cut, Type.DS), Section.AUTHORITY);
            if (!zone.has(cut, Type.DS)) {
                add(zone.rrset(cut, Type.NSEC), Section.AUTHORITY);
            }
        }
    }

    private void wildcard(Name name, int aliases) {
        Name encloser = new Name(name, 1);
        while (!zone.exists(encloser)) {
            encloser = new Name(encloser, 1);
        }
        Name star = Records.name("*", encloser);
        prove(name);
        if (zone.names().containsKey(star)) {
            at(star, name, aliases);
        } else {
            prove(star);
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
            soa();
        }
    }

    /** @param source where the records stand, a wildcard or the name itself */
    private void at(Name source, Name name, int aliases) {
        List<Record> alias = zone.rrset(source, Type.CNAME);
        List<Record> found = zone.rrset(source, type);
        if (!alias.isEmpty() && !OF_THE_ZONE.contains(type)) {
            add(named(alias, name), Section.ANSWER);
            Name target = ((CNAMERecord) alias.get(0)).getTarget();
            if (target.subdomain(zone.name()) && aliases < MOST_ALIASES) {
                find(target, aliases + 1);
            }
        } else if (found.isEmpty()) {
            proveEmpty(source);
            soa();
        } else {
            add(named(found, name), Section.ANSWER);
        }
    }

    private static List<Record> named(List<Record> records, Name name) {
        return records.stream().map(record -> record.withName(name)).toList();
    }

    private void soa() {
        long ttl =
                zone.soa().map(soa -> Math.min(soa.getTTL(), soa.getMinimum())).orElse(0L);
        add(
                zone.rrset(zone.name(), Type.SOA).stream()
                        .map(record -> Records.withTtl(record, ttl))
                        .toList(),
                Section.AUTHORITY);
    }

    /** That there is nothing of the type: the name's own link, or the one across a name that owns no records. */
    private void proveEmpty(Name name) {
        if (zone.has(name, Type.NSEC)) {
            add(dnssec ? zone.rrset(name, Type.NSEC) : List.of(), Section.AUTHORITY);
        } else {
            prove(name);
        }
    }

    /** That there is no such name: the last link before it. */
    private void prove(Name missing) {
        Map.Entry<Name, List<Record>> before = zone.names().lowerEntry(missing);
        while (dnssec && before != null && !zone.has(before.getKey(), Type.NSEC)) {
            before = zone.names().lowerEntry(before.getKey());
        }
        if (dnssec && before != null) {
            add(zone.rrset(before.getKey(), Type.NSEC), Section.AUTHORITY);
        }
    }

    private void add(List<Record> records, int section) {
        records.stream()
                .filter(record -> dnssec || !Records.signature(record) || type == Type.RRSIG)
                .filter(record -> !answer.findRecord(record, section))
                .forEach(record -> answer.addRecord(record, section));
    }

    /** The least of a negative answer's times, as RFC 2308 section 5 counts it. */
    static Optional<Long> negativeTtl(List<Record> authority) {
        return authority.stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .map(soa -> Math.min(soa.getTTL(), soa.getMinimum()))
                .findFirst();
    }
}
