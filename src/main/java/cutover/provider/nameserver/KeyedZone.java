package cutover.provider.nameserver;

import cutover.provider.ChangeableZone;
import cutover.provider.Changes;
import cutover.provider.RecordSet;
import cutover.provider.RecordTexts;
import cutover.provider.Told;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * A zone that its primary lets be changed by whoever has a key. What is asked or changed goes out once. Safe for use by
 * several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2136">RFC 2136</a>
 */
public final class KeyedZone implements ChangeableZone {

    private final ZoneAccess access;
    private final Clock clock;

    /** @param clock by which signatures are dated; may differ from the server's by five minutes */
    public KeyedZone(ZoneAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Told<RecordSet> records(String name, String type) {
        Name owner = RecordTexts.name(name);
        int number = RecordTexts.type(type);
        return asked(question(owner, number)).then(answer -> {
            List<Record> found = answer.getSection(Section.ANSWER).stream()
                    .filter(record -> record.getName().equals(owner) && record.getType() == number)
                    .toList();
            return Told.value(
                    found.isEmpty()
                            ? RecordSet.none(name, type)
                            : new RecordSet(
                                    name,
                                    type,
                                    found.get(0).getTTL(),
                                    found.stream().map(Record::rdataToString).toList()));
        });
    }

    /** The version of the zone that the server has. */
    public Told<Long> serial() {
        return asked(question(RecordTexts.name(access.zone()), Type.SOA))
                .then(answer -> answer.getSection(Section.ANSWER).stream()
                        .filter(SOARecord.class::isInstance)
                        .map(record -> Told.value(((SOARecord) record).getSerial()))
                        .findFirst()
                        .orElseGet(() -> Told.unavailable(access.place() + " tells no version of " + access.zone())));
    }

    /** Puts a set in place of all records of its name and type; one without values deletes them. */
    @Changes
    public Told<OptionalLong> replace(RecordSet wanted) {
        return replace(List.of(wanted), List.of());
    }

    /**
     * All sets in one update. What is no longer as it was seen is refused as {@code NXRRSET} or {@code YXRRSET}.
     *
     * @return the zone's version afterwards, empty when the server changed the zone and then does not tell it
     */
    @Override
    @Changes
    public Told<OptionalLong> replace(List<RecordSet> wanted, List<RecordSet> seen) {
        Update update = new Update(RecordTexts.name(access.zone()));
        seen.forEach(set -> require(update, set));
        wanted.forEach(set -> update.delete(RecordTexts.name(set.name()), RecordTexts.type(set.type())));
        wanted.forEach(set -> set.records().forEach(update::add));
        return signed(update)
                .then(done -> Told.value(serial().value().map(OptionalLong::of).orElseGet(OptionalLong::empty)));
    }

    private static void require(Update update, RecordSet seen) {
        if (seen.values().isEmpty()) {
            update.absent(RecordTexts.name(seen.name()), RecordTexts.type(seen.type()));
        }
        seen.records().forEach(update::present);
    }

    private static Message question(Name name, int type) {
        Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        return question;
    }

    private Told<Message> asked(Message question) {
        try {
            Message answer = Wire.ask(access, question).message();
            return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN
                    ? Told.value(answer)
                    : Refusals.told(access, answer);
        } catch (IOException e) {
            return Told.unavailable(access.place() + " does not answer: " + e);
        }
    }

    private Told<Message> signed(Update update) {
        TSIG key = key();
        try {
            key.apply(update, null);
            Wire.Heard heard = Wire.ask(access, update);
            if (heard.message().getRcode() != Rcode.NOERROR) {
                return Refusals.told(access, heard.message());
            }
            return key.verify(heard.message(), heard.bytes(), update.getTSIG()) == Rcode.NOERROR
                    ? Told.value(heard.message())
                    : Told.unavailable(access.place() + " says yes, but does not sign that with our key");
        } catch (IOException e) {
            return Told.unavailable(access.place() + " does not answer: " + e);
        }
    }

    private TSIG key() {
        byte[] secret = Base64.getDecoder().decode(access.secret().get());
        return new TSIG(
                RecordTexts.name(access.algorithm()),
                RecordTexts.name(access.keyName()),
                new SecretKeySpec(secret, Macs.of(access.algorithm())),
                clock);
    }

    @Override
    public String toString() {
        return access.toString();
    }
}
