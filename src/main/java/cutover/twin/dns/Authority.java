package cutover.twin.dns;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A server that has zones of its own, each in whatever version it was given. */
public final class Authority extends NameServer {

    private final Map<Name, Held> zones = new ConcurrentHashMap<>();
    private final UnaryOperator<Zone> signing;
    private final Updates updates;
    private volatile boolean frozen;

    /** A zone as it was given, and as it is served. */
    private record Held(Zone plain, Zone served) {}

    Authority(String name, InetSocketAddress address, UnaryOperator<Zone> signing, Updates updates) {
        super(name, address);
        this.signing = signing;
        this.updates = updates;
    }

    /** Serves a version of a zone, here only, even when {@link #freeze frozen}. */
    public void serve(Zone zone) {
        zones.put(zone.name(), new Held(zone, signing.apply(zone)));
    }

    /** Serves another version of a zone that it has, here only, even when {@link #freeze frozen}. */
    public void edit(String zone, UnaryOperator<Zone> change) {
        serve(change.apply(zone(zone).orElseThrow(() -> new IllegalArgumentException(name() + " has no " + zone))));
    }

    /** Forgets a zone: questions about it are refused, unless it has a zone above. */
    public void drop(String zone) {
        zones.remove(Records.absolute(zone));
    }

    /** Whether changes of a zone as a whole, and transfers, pass it by, so that it goes on with what it has. */
    public void freeze(boolean whether) {
        frozen = whether;
    }

    /** A zone as it was given to this server, without signatures. */
    public Optional<Zone> zone(String zone) {
        return Optional.ofNullable(zones.get(Records.absolute(zone))).map(Held::plain);
    }

    void empty() {
        zones.clear();
        frozen = false;
    }

    boolean frozen() {
        return frozen;
    }

    @Override
    Message respond(Message query, byte[] wire) {
        return query.getHeader().getOpcode() == Opcode.UPDATE
                ? updates.respond(query, wire, this)
                : Replies.objection(query).orElseGet(() -> find(query));
    }

    private Message find(Message query) {
        Record question = query.getQuestion();
        return over(question)
                .map(zone -> {
                    Message reply = Replies.to(query, Rcode.NOERROR);
                    new Answers(zone, question.getType(), Replies.dnssec(query), reply).find(question.getName());
                    glue(reply);
                    return reply;
                })
                .orElseGet(() -> Replies.to(query, Rcode.REFUSED));
    }

    /** The deepest zone over a name; the parent's for what only the parent knows about a cut (RFC 4035 3.1.4.1). */
    private Optional<Zone> over(Record question) {
        List<Zone> above = zones.values().stream()
                .map(Held::served)
                .filter(zone -> question.getName().subdomain(zone.name()))
                .sorted(Comparator.comparing((Zone zone) -> zone.name().labels())
                        .reversed())
                .toList();
        boolean parent = question.getType() == Type.DS
                && above.size() > 1
                && above.get(0).name().equals(question.getName());
        return above.stream().skip(parent ? 1 : 0).findFirst();
    }

    /** Adds the addresses of the servers that are named, as far as they are known here. */
    private void glue(Message reply) {
        for (int section : new int[] {Section.ANSWER, Section.AUTHORITY}) {
            reply.getSection(section).stream()
                    .filter(NSRecord.class::isInstance)
                    .map(Record::getAdditionalName)
                    .flatMap(target -> addresses(target).stream())
                    .filter(address -> !reply.findRecord(address))
                    .toList()
                    .forEach(address -> reply.addRecord(address, Section.ADDITIONAL));
        }
    }

    private List<Record> addresses(Name target) {
        return zones.values().stream()
                .filter(held -> target.subdomain(held.plain().name()))
                .flatMap(held -> held.plain().rrset(target, Type.A).stream())
                .distinct()
                .toList();
    }
}
