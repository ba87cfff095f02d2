package cutover.probe.dns;

import java.io.IOException;
import java.util.Set;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** One message as it is sent, under an id that nobody can guess; recognises its answer. */
final class Asking {

    // fits any path without fragments: RFC 9715 advises no more than 1,400
    private static final int PAYLOAD = 1_232;
    private static final int ID = 2;
    // an error may come without the question
    private static final Set<Integer> BARE = Set.of(Rcode.FORMERR, Rcode.SERVFAIL, Rcode.NOTIMP, Rcode.REFUSED);

    private final Record question;
    private final int id;
    private final byte[] bytes;
    private final boolean edns;

    /** @param edns whether the message may be extended (RFC 6891); without, an answer over UDP ends after 512 bytes */
    Asking(Query query, boolean edns) {
        this.question = query.question().record();
        this.edns = edns;
        Message message = Message.newQuery(question);
        if (!query.recursion()) {
            message.getHeader().unsetFlag(Flags.RD);
        }
        if (query.unchecked()) {
            message.getHeader().setFlag(Flags.CD);
        }
        if (edns) {
            int flags = query.dnssecOk() ? ExtendedFlags.DO : 0;
            message.addRecord(new OPTRecord(PAYLOAD, 0, 0, flags), Section.ADDITIONAL);
        }
        this.id = message.getHeader().getID();
        this.bytes = message.toWire();
    }

    byte[] bytes() {
        return bytes;
    }

    boolean edns() {
        return edns;
    }

    Heard heard(byte[] came) {
        if (came.length < ID || ((came[0] & 0xff) << 8 | came[1] & 0xff) != id) {
            return new Heard.Foreign("another id");
        }
        try {
            return heard(new Message(came), came.length);
        } catch (IOException | RuntimeException e) {
            // the library has exceptions of both kinds for bytes that it can't read
            return new Heard.Garbled("%d bytes: %s: %s"
                    .formatted(came.length, e.getClass().getSimpleName(), String.valueOf(e.getMessage())));
        }
    }

    private Heard heard(Message message, int length) {
        Header header = message.getHeader();
        if (!header.getFlag(Flags.QR) || header.getOpcode() != Opcode.QUERY) {
            return new Heard.Foreign("no answer to a question");
        }
        if (!repeatsTheQuestion(message)) {
            return new Heard.Foreign("another question");
        }
        return new Heard.Fitting(Reply.of(message, length));
    }

    private boolean repeatsTheQuestion(Message message) {
        int questions = message.getSection(Section.QUESTION).size();
        return questions == 0
                ? BARE.contains(message.getHeader().getRcode())
                : questions == 1 && question.equals(message.getQuestion());
    }
}
