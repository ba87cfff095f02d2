package cutover.twin.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds out about names by asking down from the root (RFC 1034 section 5.3.3), the parent's word on servers standing.
 * Servers are asked in turn, and heard without sockets, so that no time passes.
 */
final class Recursion {

    private static final int DEEPEST = 12;
    private static final int MOST_REFERRALS = 16;
    private static final int ROOM = 4096;

    private final Memory memory;
    private final Delegation root;
    private final Function<InetAddress, Optional<Authority>> servers;
    private final AtomicInteger turn = new AtomicInteger();

    Recursion(Memory memory, Delegation root, Function<InetAddress, Optional<Authority>> servers) {
        this.memory = memory;
        this.root = root;
        this.servers = servers;
    }

    Known find(Name name, int type) {
        return find(name, type, 0);
    }

    /** Only what is remembered about this very name and type. */
    Optional<Known> remembered(Name name, int type) {
        return memory.find(name, type);
    }

    private Known find(Name name, int type, int depth) {
        if (depth > DEEPEST) {
            return Known.FAILED;
        }
        Known step = memory.find(name, type)
                .or(() -> memory.find(name, Type.CNAME)
                        .filter(known -> alias(known, name, type).isPresent()))
                .orElseGet(() -> learn(name, type, depth));
        return alias(step, name, type)
                .map(target -> step.then(find(target, type, depth + 1)))
                .orElse(step);
    }

    private static Optional<Name> alias(Known known, Name name, int type) {
        return known.answer().stream()
                .filter(record ->
                        record instanceof CNAMERecord && record.getName().equals(name) && type != Type.CNAME)
                .map(record -> ((CNAMERecord) record).getTarget())
                .findFirst();
    }

    private Known learn(Name name, int type, int depth) {
        Known known = walk(name, type, depth);
        boolean alias = alias(known, name, type).isPresent();
        memory.keep(name, alias ? Type.CNAME : type, known);
        return known;
    }

    private Known walk(Name name, int type, int depth) {
        Delegation at = start(name, type);
        for (int i = 0; i < MOST_REFERRALS; i++) {
            Optional<Message> reply = ask(at, name, type, depth);
            if (reply.isEmpty()) {
                return Known.FAILED;
            }
            Optional<Delegation> further = Delegation.read(reply.get(), at.zone(), name);
            if (further.isEmpty()) {
                return read(reply.get(), name, type);
            }
            at = further.get();
            memory.keep(at);
        }
        return Known.FAILED;
    }

    /** About a DS the servers above the cut are asked. */
    private Delegation start(Name name, int type) {
        Name from = type == Type.DS && name.labels() > 1 ? new Name(name, 1) : name;
        return memory.closest(from).orElse(root);
    }

    private Optional<Message> ask(Delegation at, Name name, int type, int depth) {
        List<InetAddress> addresses = new ArrayList<>();
        at.servers().forEach(server -> addresses.addAll(addresses(at, server, depth)));
        if (!addresses.isEmpty()) {
            Collections.rotate(addresses, -turn.getAndIncrement() % addresses.size());
        }
        return addresses.stream()
                .flatMap(address -> servers.apply(address).stream())
                .flatMap(server -> server.heard(query(name, type)).stream())
                .filter(reply -> usable(reply, at, name))
                .findFirst();
    }

    private List<InetAddress> addresses(Delegation at, Name server, int depth) {
        List<InetAddress> glue = at.glue().get(server);
        return glue != null
                ? glue
                : find(server, Type.A, depth + 2).answer().stream()
                        .filter(ARecord.class::isInstance)
                        .map(record -> ((ARecord) record).getAddress())
                        .toList();
    }

    private static Message query(Name name, int type) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        query.addRecord(new OPTRecord(ROOM, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
        return query;
    }

    private static boolean usable(Message reply, Delegation at, Name name) {
        int rcode = reply.getRcode();
        return (rcode == Rcode.NOERROR || rcode == Rcode.NXDOMAIN)
                && (reply.getHeader().getFlag(Flags.AA)
                        || Delegation.read(reply, at.zone(), name).isPresent());
    }

    private static Known read(Message reply, Name name, int type) {
        List<Record> answer = reply.getSection(Section.ANSWER);
        List<Record> found = Stream.of(type, Type.CNAME)
                .map(wanted -> Records.set(answer, name, wanted))
                .filter(records -> !records.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<Record> authority = reply.getSection(Section.AUTHORITY);
        return found.isEmpty()
                ? new Known(reply.getRcode(), found, authority)
                : new Known(Rcode.NOERROR, found, proofs(authority));
    }

    /** That a wildcard was right to answer. */
    private static List<Record> proofs(List<Record> authority) {
        return authority.stream()
                .filter(record -> record instanceof NSECRecord || record.getRRsetType() == Type.NSEC)
                .toList();
    }
}
