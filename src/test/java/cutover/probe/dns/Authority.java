package cutover.probe.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

/** Serves zones with authority; refuses what lies in none of them. */
final class Authority implements Function<Message, Message> {

    private final List<Zone> zones;

    Authority(String... zones) {
        this.zones = Arrays.stream(zones)
                .map(Authority::zone)
                .sorted(Comparator.comparing((Zone zone) -> -zone.getOrigin().labels()))
                .toList();
    }

    /** The text begins with the zone's SOA record; records of other lines have a lifetime of 60 s. */
    private static Zone zone(String text) {
        String all = "$TTL 60\n" + text;
        try {
            Name origin = Name.fromString(text.split("\\s", 2)[0]);
            return new Zone(origin, new ByteArrayInputStream(all.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(all, e);
        }
    }

    /** "example.test. SOA …" with that serial and a last field of 300. */
    static String soa(String zone, int serial) {
        return "%s 900 SOA ns.invalid. admin.invalid. %d 60 60 60 300%n".formatted(zone, serial);
    }

    @Override
    public Message apply(Message query) {
        Name name = query.getQuestion().getName();
        Optional<Zone> zone =
                zones.stream().filter(each -> name.subdomain(each.getOrigin())).findFirst();
        return zone.map(each -> answer(each, query)).orElseGet(() -> Messages.error(query, Rcode.REFUSED));
    }

    private static Message answer(Zone zone, Message query) {
        Message answer = Messages.answer(query);
        SetResponse found = zone.findRecords(
                query.getQuestion().getName(), query.getQuestion().getType());
        if (found.isDelegation()) {
            refer(zone, found.getNS(), answer);
        } else if (found.isSuccessful()) {
            found.answers().forEach(set -> add(set, answer, Section.ANSWER));
        } else if (found.isCNAME()) {
            answer.addRecord(found.getCNAME(), Section.ANSWER);
        } else {
            answer.getHeader().setRcode(found.isNXDOMAIN() ? Rcode.NXDOMAIN : Rcode.NOERROR);
            answer.addRecord(zone.getSOA(), Section.AUTHORITY);
        }
        return answer;
    }

    private static void refer(Zone zone, RRset delegation, Message answer) {
        answer.getHeader().unsetFlag(Flags.AA);
        add(delegation, answer, Section.AUTHORITY);
        for (Record each : delegation.rrs()) {
            for (int type : new int[] {Type.A, Type.AAAA}) {
                Optional.ofNullable(zone.findExactMatch(((NSRecord) each).getTarget(), type))
                        .ifPresent(glue -> add(glue, answer, Section.ADDITIONAL));
            }
        }
    }

    private static void add(RRset set, Message answer, int section) {
        set.rrs(false).forEach(record -> answer.addRecord(record, section));
    }
}
