package cutover.twin.dns;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A world with a clock that the test moves, and questions to it by another library's client. */
final class Rig implements AutoCloseable {

    final MovedClock clock = new MovedClock();
    final Later later = new Later();
    final DnsWorld world = DnsWorld.start(clock, new Ids(new SplittableRandom(7)), later);

    @Override
    public void close() {
        world.close();
        later.close();
    }

    /** Asks without wishing for recursion. */
    Message ask(NameServer server, String name, String type) {
        return send(client(server), question(name, type, false));
    }

    /** Asks a resolver. */
    Message resolve(NameServer server, String name, String type) {
        return send(client(server), question(name, type, true));
    }

    /** Asks a resolver, and wants to know whether it is secure. */
    Message securely(NameServer server, String name, String type) {
        Message query = question(name, type, true);
        query.getHeader().setFlag(Flags.AD);
        return send(client(server), query);
    }

    /** Asks with the wish for signatures. */
    Message signed(NameServer server, String name, String type) {
        SimpleResolver client = client(server);
        client.setEDNS(0, 4096, ExtendedFlags.DO, List.of());
        return send(client, question(name, type, false));
    }

    static SimpleResolver client(NameServer server) {
        return client(server.address());
    }

    static SimpleResolver client(InetSocketAddress address) {
        SimpleResolver client = new SimpleResolver(address);
        client.setTimeout(Duration.ofSeconds(20));
        return client;
    }

    static Message send(SimpleResolver client, Message query) {
        try {
            return client.send(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Message question(String name, String type, boolean recursive) {
        Message query = Message.newQuery(Record.newRecord(Name.fromConstantString(name), Type.value(type), DClass.IN));
        if (!recursive) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        return query;
    }

    /** The data of an answer's records, in their order. */
    static List<String> data(Message reply) {
        return data(reply, Section.ANSWER);
    }

    static List<String> data(Message reply, int section) {
        return reply.getSection(section).stream().map(Record::rdataToString).toList();
    }

    static List<Long> ttls(Message reply) {
        return reply.getSection(Section.ANSWER).stream().map(Record::getTTL).toList();
    }

    static List<String> types(Message reply, int section) {
        return reply.getSection(section).stream()
                .map(record -> Type.string(record.getType()))
                .toList();
    }

    static boolean flag(Message reply, int... flags) {
        return Arrays.stream(flags).allMatch(reply.getHeader()::getFlag);
    }
}
