package cutover.probe.dns;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;

/** Writes the data of a record in one spelling. */
final class Presentation {

    private static final Map<Integer, Function<Record, String>> BY_TYPE = Map.ofEntries(
            Map.entry(Type.AAAA, record -> Ip.text(record.rdataToWireCanonical())),
            Map.entry(Type.CNAME, record -> Names.text(((CNAMERecord) record).getTarget())),
            Map.entry(Type.DNAME, record -> Names.text(((DNAMERecord) record).getTarget())),
            Map.entry(Type.NS, record -> Names.text(((NSRecord) record).getTarget())),
            Map.entry(Type.PTR, record -> Names.text(((PTRRecord) record).getTarget())),
            Map.entry(Type.MX, record -> mx((MXRecord) record)),
            Map.entry(Type.SOA, record -> soa((SOARecord) record)),
            Map.entry(Type.SRV, record -> srv((SRVRecord) record)),
            Map.entry(Type.CAA, record -> caa((CAARecord) record)),
            Map.entry(Type.TXT, record -> strings(record.rdataToWireCanonical())),
            Map.entry(Type.SPF, record -> strings(record.rdataToWireCanonical())));

    private Presentation() {}

    static String of(Record record) {
        return BY_TYPE.getOrDefault(record.getType(), Record::rdataToString).apply(record);
    }

    private static String mx(MXRecord mx) {
        return mx.getPriority() + " " + Names.text(mx.getTarget());
    }

    private static String soa(SOARecord soa) {
        return "%s %s %d %d %d %d %d"
                .formatted(
                        Names.text(soa.getHost()),
                        Names.text(soa.getAdmin()),
                        soa.getSerial(),
                        soa.getRefresh(),
                        soa.getRetry(),
                        soa.getExpire(),
                        soa.getMinimum());
    }

    private static String srv(SRVRecord srv) {
        return "%d %d %d %s".formatted(srv.getPriority(), srv.getWeight(), srv.getPort(), Names.text(srv.getTarget()));
    }

    // tags are matched without regard to case: RFC 8659 section 4.1
    private static String caa(CAARecord caa) {
        byte[] value = caa.getValueAsByteArray();
        return "%d %s \"%s\""
                .formatted(
                        caa.getFlags(),
                        caa.getTag().toLowerCase(Locale.ROOT),
                        printable(value, 0, value.length).replace("\"", "\\\""));
    }

    /** @param data strings, each behind its length in one byte */
    private static String strings(byte[] data) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < data.length; at += 1 + (data[at] & 0xff)) {
            text.append(printable(data, at + 1, at + 1 + (data[at] & 0xff)));
        }
        return text.toString();
    }

    private static String printable(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            int c = bytes[i] & 0xff;
            if (c == '\\') {
                text.append("\\\\");
            } else if (c < ' ' || c > '~') {
                text.append('\\').append("%03d".formatted(c));
            } else {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}
