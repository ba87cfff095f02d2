package cutover.probe.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A message that answers the question, in our own words. */
record Reply(
        String rcode,
        boolean aa,
        boolean tc,
        boolean ad,
        boolean ra,
        boolean edns,
        List<Resource> answer,
        List<Resource> authority,
        List<Resource> additional,
        int bytes) {

    static Reply of(Message message, int bytes) {
        return new Reply(
                Rcode.string(message.getRcode()),
                message.getHeader().getFlag(Flags.AA),
                message.getHeader().getFlag(Flags.TC),
                message.getHeader().getFlag(Flags.AD),
                message.getHeader().getFlag(Flags.RA),
                message.getOPT() != null,
                resources(message, Section.ANSWER),
                resources(message, Section.AUTHORITY),
                resources(message, Section.ADDITIONAL),
                bytes);
    }

    private static List<Resource> resources(Message message, int section) {
        return message.getSection(section).stream()
                .filter(Reply::isResource)
                .map(Resource::of)
                .toList();
    }

    private static boolean isResource(Record record) {
        return Type.isRR(record.getType()) && record.getDClass() == DClass.IN;
    }

    /** The server does not know what the extension of the question is: RFC 6891 section 7. */
    boolean knowsNoEdns() {
        return !edns && (rcode.equals("FORMERR") || rcode.equals("NOTIMP"));
    }

    Answered answered(Query query, Transport transport, Duration took, Instant at, int ignored) {
        return new Answered(
                query, transport, rcode, aa, tc, ad, ra, answer, authority, additional, took, bytes, at, ignored);
    }
}
