package cutover.twin.dns;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** Signs a zone with one key of its own, ECDSA P-256, and links its names by NSEC (RFC 4034, RFC 4035 section 2). */
final class Signer {

    private static final long KEY_TTL = 3600;
    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration VALID = Duration.ofDays(30);
    // real resolvers forgive a clock that is off by a day
    private static final Duration LONG_AGO = Duration.ofDays(7);

    /** So long the same set is not signed again: a world that is laid anew for each change has the same sets all the time. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final int MOST = 1_000;

    private final KeyPair keys;
    private final DNSKEYRecord key;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private record Made(Record signature, Instant from) {

        boolean serves(Instant wanted) {
            return !wanted.isBefore(from) && wanted.isBefore(from.plus(KEPT));
        }
    }

    private Signer(KeyPair keys, DNSKEYRecord key) {
        this.keys = keys;
        this.key = key;
    }

    static Signer of(Name zone) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            int flags = DNSKEYRecord.Flags.ZONE_KEY | DNSKEYRecord.Flags.SEP_KEY;
            return new Signer(
                    keys,
                    new DNSKEYRecord(
                            zone,
                            DClass.IN,
                            KEY_TTL,
                            flags,
                            DNSKEYRecord.Protocol.DNSSEC,
                            DNSSEC.Algorithm.ECDSAP256SHA256,
                            keys.getPublic()));
        } catch (GeneralSecurityException | DNSSEC.DNSSECException e) {
            throw new IllegalStateException("no key for a signed zone", e);
        }
    }

    /** What the parent says about the key. */
    DSRecord ds(long ttl) {
        return new DSRecord(key.getName(), DClass.IN, ttl, DNSSEC.Digest.SHA256, key);
    }

    /** @param ended whether the signatures are past their time */
    Zone sign(Zone plain, Clock clock, boolean ended) {
        Instant from = clock.instant().minus(BACK).minus(ended ? VALID.plus(LONG_AGO) : Duration.ZERO);
        Zone whole = plain.and(List.of(key)).and(links(plain));
        List<Record> signatures = new ArrayList<>();
        whole.names()
                .forEach((name, records) -> sets(records).stream()
                        .filter(set -> signed(plain, name, set.getType()))
                        .forEach(set -> signatures.add(signature(set, from))));
        return whole.and(signatures);
    }

    private static boolean signed(Zone zone, Name name, int type) {
        return zone.cut(name)
                .map(cut -> cut.equals(name) && (type == Type.DS || type == Type.NSEC))
                .orElse(true);
    }

    private static Collection<RRset> sets(List<Record> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        Record::getType, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), RRset::new)))
                .values();
    }

    private Record signature(RRset set, Instant from) {
        if (made.size() > MOST) {
            made.clear();
        }
        String content = set.rrs(false).stream().map(Record::toString).sorted().collect(Collectors.joining("\n"));
        return made.compute(
                        content,
                        (same, before) ->
                                before != null && before.serves(from) ? before : new Made(signed(set, from), from))
                .signature();
    }

    private Record signed(RRset set, Instant from) {
        try {
            return DNSSEC.sign(set, key, keys.getPrivate(), from, from.plus(VALID));
        } catch (DNSSEC.DNSSECException e) {
            throw new IllegalStateException("can't sign " + set.getName(), e);
        }
    }

    private static List<Record> links(Zone zone) {
        List<Name> names = zone.names().keySet().stream()
                .filter(name -> zone.cut(name).map(name::equals).orElse(true))
                .toList();
        long ttl = zone.soa().map(SOARecord::getMinimum).orElse(0L);
        List<Record> links = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Name next = names.get((i + 1) % names.size());
            links.add(new NSECRecord(names.get(i), DClass.IN, ttl, next, types(zone, names.get(i))));
        }
        return links;
    }

    private static int[] types(Zone zone, Name name) {
        TreeSet<Integer> types = zone.names().get(name).stream()
                .map(Record::getType)
                .filter(type -> zone.cut(name).isEmpty() || type == Type.NS || type == Type.DS)
                .collect(Collectors.toCollection(TreeSet::new));
        types.addAll(List.of(Type.RRSIG, Type.NSEC));
        if (name.equals(zone.name())) {
            types.add(Type.DNSKEY);
        }
        return types.stream().mapToInt(Integer::intValue).toArray();
    }
}
