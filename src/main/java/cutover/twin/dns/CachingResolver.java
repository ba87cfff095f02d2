package cutover.twin.dns;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A resolver as the public runs them: it asks the servers of the world from the root, keeps what it hears for as long as
 * its time to live by the world's clock, absences too, and answers SERVFAIL when nobody can be asked. What the client
 * does not want to be recursive is answered from memory or refused.
 */
public final class CachingResolver extends NameServer {

    private static final Set<Integer> DNSSEC_TYPES = Set.of(Type.RRSIG, Type.NSEC, Type.DNSKEY, Type.DS);
    private static final long LIE_TTL = 60;

    private final Memory memory;
    private final Recursion recursion;
    private final Supplier<Validation> validations;
    private volatile Optional<Validation> validation = Optional.empty();
    private volatile Optional<String> lie = Optional.empty();

    CachingResolver(
            String name,
            InetSocketAddress address,
            Memory memory,
            Recursion recursion,
            Supplier<Validation> validations) {
        super(name, address);
        this.memory = memory;
        this.recursion = recursion;
        this.validations = validations;
    }

    /**
     * Whether it checks signatures from the root's key down: AD on what is signed, for clients that asked for it (RFC
     * 6840 section 5.7), and SERVFAIL on what does not verify, unless the client switched that off by CD.
     */
    public void validate(boolean whether) {
        validation = whether ? Optional.of(validations.get()) : Optional.empty();
    }

    /** Answers with this IPv4 address where there is no such name, as some providers' resolvers do. */
    public void lie(String address) {
        lie = Optional.of(address);
    }

    public void tellTheTruth() {
        lie = Optional.empty();
    }

    /** Finds out about a name as if somebody had asked, so that it remembers what the world says now. */
    public void remember(String name, String... types) {
        for (String type : types) {
            recursion.find(Records.absolute(name), Records.type(type));
        }
    }

    /** Forgets all that it has heard, as its operator could make it. */
    public void flush() {
        memory.forget();
        validate(validation.isPresent());
    }

    @Override
    Message respond(Message query, byte[] wire) {
        Message reply = Replies.objection(query).orElseGet(() -> find(query));
        reply.getHeader().setFlag(Flags.RA);
        return reply;
    }

    private Message find(Message query) {
        Record question = query.getQuestion();
        if (!query.getHeader().getFlag(Flags.RD)) {
            return recursion
                    .remembered(question.getName(), question.getType())
                    .map(known -> filled(query, known))
                    .orElseGet(() -> Replies.to(query, Rcode.REFUSED));
        }
        boolean validating = !query.getHeader().getFlag(Flags.CD);
        Message reply = validation
                .filter(there -> validating)
                .map(there -> validated(query, there))
                .orElseGet(() -> filled(query, recursion.find(question.getName(), question.getType())));
        return lie.filter(address -> reply.getRcode() == Rcode.NXDOMAIN && question.getType() == Type.A)
                .map(address -> lied(query, question.getName(), address))
                .orElse(reply);
    }

    private static Message validated(Message query, Validation validation) {
        Message whole = validation.send(query.getQuestion());
        Known known =
                new Known(whole.getRcode(), whole.getSection(Section.ANSWER), whole.getSection(Section.AUTHORITY));
        Message reply = filled(query, known);
        boolean wanted = Replies.dnssec(query) || query.getHeader().getFlag(Flags.AD);
        if (wanted && whole.getHeader().getFlag(Flags.AD)) {
            reply.getHeader().setFlag(Flags.AD);
        }
        return reply;
    }

    private static Message lied(Message query, Name name, String address) {
        Record record = Records.of(name, "A", LIE_TTL, address, Name.root);
        return filled(query, new Known(Rcode.NOERROR, List.of(record), List.of()));
    }

    private static Message filled(Message query, Known known) {
        Message reply = Replies.to(query, known.rcode());
        add(query, known.answer(), reply, Section.ANSWER);
        add(query, known.authority(), reply, Section.AUTHORITY);
        return reply;
    }

    private static void add(Message query, List<Record> records, Message reply, int section) {
        int type = query.getQuestion().getType();
        records.stream()
                .filter(record -> record.getDClass() == DClass.IN)
                .filter(record ->
                        Replies.dnssec(query) || record.getType() == type || !DNSSEC_TYPES.contains(record.getType()))
                .filter(record -> !reply.findRecord(record, section))
                .forEach(record -> reply.addRecord(record, section));
    }
}
