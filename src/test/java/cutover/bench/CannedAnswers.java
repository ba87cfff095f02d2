package cutover.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** One record for each type, whatever the name. */
final class CannedAnswers {

    /** Type and data. */
    static final Map<String, String> RECORDS = new TreeMap<>(Map.of(
            "A", "192.0.2.1",
            "AAAA", "2001:db8::1",
            "NS", "ns1.example.org.",
            "MX", "10 mail.example.org.",
            "TXT", "\"v=spf1 include:mail.example.org ~all\"",
            "SOA", "ns1.example.org. hostmaster.example.org. 2026010100 7200 900 1209600 60",
            "CAA", "0 issue \"ca.example.org\"",
            "DS", "12345 13 2 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"));

    private static final int HEADER = 12;
    private static final short ANSWERED = (short) 0x8180;
    private static final short THE_QUESTIONS_NAME = (short) 0xc00c;
    private static final int TTL = 60;

    private final Map<Integer, byte[]> data = new TreeMap<>();
    private final ByteBuffer reply = ByteBuffer.allocateDirect(4_096);

    CannedAnswers() {
        RECORDS.forEach((type, text) -> data.put(Type.value(type), wire(type, text)));
    }

    private static byte[] wire(String type, String text) {
        try {
            return Record.fromString(Name.root, Type.value(type), DClass.IN, TTL, text, Name.root)
                    .rdataToWireCanonical();
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** RFC 1035 section 4.1. */
    ByteBuffer to(ByteBuffer query) {
        int end = HEADER;
        while (query.get(end) != 0) {
            end += 1 + query.get(end);
        }
        short type = query.getShort(end + 1);
        byte[] value = data.get((int) type);
        reply.clear()
                .putShort(query.getShort(0))
                .putShort(ANSWERED)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(0)
                .put(query.limit(end + 5).position(HEADER))
                .putShort(THE_QUESTIONS_NAME)
                .putShort(type)
                .putShort((short) DClass.IN)
                .putInt(TTL)
                .putShort((short) value.length)
                .put(value);
        return reply.flip();
    }
}
