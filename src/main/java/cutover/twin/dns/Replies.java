package cutover.twin.dns;

import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What all servers do alike with a question: refuse what nobody answers, echo what has to come back. */
final class Replies {

    /** What our servers say they can take over UDP; DNS Flag Day 2020. */
    private static final int OUR_SIZE = 1232;

    private static final int PLAIN_SIZE = 512;

    private static final int LARGEST_SIZE = 4096;

    private Replies() {}

    /** An answer that says nothing yet. */
    static Message to(Message query, int rcode) {
        Message reply = new Message(query.getHeader().getID());
        Header header = reply.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(query.getHeader().getOpcode());
        header.setRcode(rcode & 0xF);
        for (int flag : new int[] {Flags.RD, Flags.CD}) {
            if (query.getHeader().getFlag(flag)) {
                header.setFlag(flag);
            }
        }
        query.getSection(Section.QUESTION).forEach(question -> reply.addRecord(question, Section.QUESTION));
        if (query.getOPT() != null) {
            int flags = dnssec(query) ? ExtendedFlags.DO : 0;
            reply.addRecord(new OPTRecord(OUR_SIZE, rcode >> 4, 0, flags), Section.ADDITIONAL);
        }
        return reply;
    }

    /** Why a question is not looked up at all, if it isn't. */
    static Optional<Message> objection(Message query) {
        Record question = query.getQuestion();
        if (query.getOPT() != null && query.getOPT().getVersion() > 0) {
            return Optional.of(to(query, Rcode.BADVERS));
        }
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            return Optional.of(to(query, Rcode.NOTIMP));
        }
        if (query.getHeader().getCount(Section.QUESTION) != 1) {
            return Optional.of(to(query, Rcode.FORMERR));
        }
        boolean foreign = question.getDClass() != DClass.IN;
        boolean meta = question.getType() >= Type.IXFR && question.getType() <= Type.ANY;
        return foreign || meta ? Optional.of(to(query, Rcode.REFUSED)) : Optional.empty();
    }

    static boolean dnssec(Message query) {
        return query.getOPT() != null && (query.getOPT().getFlags() & ExtendedFlags.DO) != 0;
    }

    /** How much the client takes over UDP (RFC 6891 section 6.2.3). */
    static int room(Message query) {
        int asked = query.getOPT() == null ? PLAIN_SIZE : query.getOPT().getPayloadSize();
        return Math.min(Math.max(asked, PLAIN_SIZE), LARGEST_SIZE);
    }

    /** The same without its content, and with the flag that asks for TCP. */
    static Message cut(Message reply) {
        Message cut = reply.clone();
        cut.removeAllRecords(Section.ANSWER);
        cut.removeAllRecords(Section.AUTHORITY);
        cut.removeAllRecords(Section.ADDITIONAL);
        Optional.ofNullable(reply.getOPT()).ifPresent(opt -> cut.addRecord(opt, Section.ADDITIONAL));
        cut.getHeader().setFlag(Flags.TC);
        return cut;
    }
}
