package cutover.twin.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * A server that answers over UDP and TCP at one address. Its manner concerns what it sends: what it knows stays as it
 * is.
 */
public abstract sealed class NameServer permits Authority, CachingResolver {

    private final String name;
    private final InetSocketAddress address;
    private final AtomicLong asked = new AtomicLong();
    private volatile Manner manner = Manner.WELL;
    private volatile Duration delay = Duration.ZERO;

    NameServer(String name, InetSocketAddress address) {
        this.name = name;
        this.address = address;
    }

    /** Without its last dot. */
    public String name() {
        return name;
    }

    /** Where it answers, over both transports. */
    public InetSocketAddress address() {
        return address;
    }

    public void behave(Manner how) {
        manner = Objects.requireNonNull(how, "how");
    }

    /** Holds back each answer for a while; resolvers of the twin don't mind. */
    public void delay(Duration wait) {
        delay = wait;
    }

    /** How many questions came in over the wire so far. */
    public long asked() {
        return asked.get();
    }

    Duration delay() {
        return delay;
    }

    Manner manner() {
        return manner;
    }

    InetAddress host() {
        return address.getAddress();
    }

    /** What it answers when it behaves well. */
    abstract Message respond(Message query, byte[] wire);

    /** What somebody who asks as often as it takes, and over TCP too, hears in the end. */
    Optional<Message> heard(Message query) {
        return manner.answersInTheEnd() ? Optional.of(mannered(query, query.toWire())) : Optional.empty();
    }

    List<Outgoing> overUdp(byte[] wire) {
        asked.incrementAndGet();
        return manner == Manner.SILENT ? List.of() : Incoming.read(wire).fold(query -> udp(query, wire), this::broken);
    }

    List<Outgoing> overTcp(byte[] wire) {
        asked.incrementAndGet();
        return manner == Manner.SILENT || manner == Manner.SILENT_OVER_TCP
                ? List.of()
                : Incoming.read(wire).fold(query -> tcp(query, wire), this::broken);
    }

    private List<Outgoing> udp(Message query, byte[] wire) {
        Message reply = mannered(query, wire);
        byte[] whole = reply.toWire(Message.MAXLENGTH);
        boolean cut = manner == Manner.TRUNCATING || manner == Manner.ENDLESS || whole.length > Replies.room(query);
        return packets(cut ? Replies.cut(reply).toWire(Message.MAXLENGTH) : whole);
    }

    private List<Outgoing> tcp(Message query, byte[] wire) {
        byte[] whole = mannered(query, wire).toWire(Message.MAXLENGTH);
        return manner == Manner.ENDLESS ? List.of(new Outgoing(whole, true)) : packets(whole);
    }

    private List<Outgoing> packets(byte[] reply) {
        return switch (manner) {
            case GARBAGE -> List.of(Outgoing.whole(Garbage.after(reply)));
            case FOREIGN_ID_FIRST -> List.of(Outgoing.whole(Garbage.foreign(reply)), Outgoing.whole(reply));
            default -> List.of(Outgoing.whole(reply));
        };
    }

    private Message mannered(Message query, byte[] wire) {
        return switch (manner) {
            case REFUSING -> Replies.to(query, Rcode.REFUSED);
            case FAILING -> Replies.to(query, Rcode.SERVFAIL);
            case LAME -> Replies.to(query, Rcode.NOERROR);
            default -> responded(query, wire);
        };
    }

    /** One question that a zone made up for a test can't answer must not end the thread that serves all. */
    private Message responded(Message query, byte[] wire) {
        try {
            return respond(query, wire);
        } catch (RuntimeException e) {
            return Replies.to(query, Rcode.SERVFAIL);
        }
    }

    private List<Outgoing> broken(Header header) {
        Message reply = new Message(header.getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(Rcode.FORMERR);
        return List.of(Outgoing.whole(reply.toWire()));
    }
}
