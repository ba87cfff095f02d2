package cutover.twin.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * Who is to be asked about a zone, as its parent says.
 *
 * @param glue addresses that came along, by server
 * @param ttl seconds
 */
record Delegation(Name zone, List<Name> servers, Map<Name, List<InetAddress>> glue, long ttl) {

    Delegation {
        servers = List.copyOf(servers);
        glue = Map.copyOf(glue);
    }

    /** Reads a referral: no data and no authority, but servers of a zone that is closer to the name (RFC 2181 5.4.1). */
    static Optional<Delegation> read(Message reply, Name above, Name name) {
        List<NSRecord> servers = reply.getSection(Section.AUTHORITY).stream()
                .filter(NSRecord.class::isInstance)
                .map(NSRecord.class::cast)
                .filter(ns -> name.subdomain(ns.getName()) && ns.getName().labels() > above.labels())
                .toList();
        return servers.isEmpty() || reply.getHeader().getFlag(Flags.AA)
                ? Optional.empty()
                : Optional.of(new Delegation(
                        servers.get(0).getName(),
                        servers.stream().map(NSRecord::getTarget).toList(),
                        addresses(reply.getSection(Section.ADDITIONAL)),
                        servers.get(0).getTTL()));
    }

    private static Map<Name, List<InetAddress>> addresses(List<Record> records) {
        return records.stream()
                .filter(ARecord.class::isInstance)
                .map(ARecord.class::cast)
                .collect(Collectors.groupingBy(
                        ARecord::getName, Collectors.mapping(ARecord::getAddress, Collectors.toList())));
    }
}
