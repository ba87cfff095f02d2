package cutover.probe.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers put together by hand. */
final class Messages {

    private Messages() {}

    /** An authoritative answer that repeats id and question. */
    static Message answer(Message query, Record... records) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        for (Record record : records) {
            answer.addRecord(record, Section.ANSWER);
        }
        return answer;
    }

    static Message error(Message query, int rcode) {
        Message answer = answer(query);
        answer.getHeader().unsetFlag(Flags.AA);
        answer.getHeader().setRcode(rcode);
        return answer;
    }

    static Message nxdomain(Message query, Record soa) {
        Message answer = answer(query);
        answer.getHeader().setRcode(Rcode.NXDOMAIN);
        answer.addRecord(soa, Section.AUTHORITY);
        return answer;
    }

    /** "www.example.test 60 A 192.0.2.1". */
    static Record record(String line) {
        String[] parts = line.split(" ", 4);
        try {
            return Record.fromString(
                    Name.fromString(parts[0], Name.root),
                    Type.value(parts[2]),
                    DClass.IN,
                    Long.parseLong(parts[1]),
                    parts[3],
                    Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    static Message withId(Message answer, int id) {
        Message copy = answer.clone();
        copy.getHeader().setID(id & 0xffff);
        return copy;
    }

    static Message truncated(Message query) {
        Message answer = answer(query);
        answer.getHeader().setFlag(Flags.TC);
        return answer;
    }
}
