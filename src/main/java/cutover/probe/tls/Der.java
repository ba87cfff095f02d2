package cutover.probe.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One element of the distinguished encoding rules (ITU-T X.690), as far as certificates and OCSP use them: tags of one
 * byte, definite lengths.
 *
 * @param tag first byte: class, constructed or not, number
 */
record Der(int tag, byte[] content) {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int ENUMERATED = 0x0a;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    /** The only element. */
    static Der of(byte[] bytes) throws IOException {
        List<Der> all = all(bytes);
        if (all.size() != 1) {
            throw new IOException("expected one DER element, got " + all.size());
        }
        return all.get(0);
    }

    private static List<Der> all(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        List<Der> elements = new ArrayList<>();
        while (left.hasRemaining()) {
            int tag = left.get() & 0xff;
            byte[] content = new byte[length(left)];
            left.get(content);
            elements.add(new Der(tag, content));
        }
        return elements;
    }

    private static int length(ByteBuffer left) throws IOException {
        long length = next(left);
        if (length > 0x84 || length == 0x80) {
            throw new IOException("not a DER length");
        }
        if (length > 0x80) {
            int count = (int) length & 0x7f;
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | next(left);
            }
        }
        if (length > left.remaining()) {
            throw new IOException("DER ends in the middle");
        }
        return (int) length;
    }

    private static int next(ByteBuffer left) throws IOException {
        if (!left.hasRemaining()) {
            throw new IOException("DER ends in the middle");
        }
        return left.get() & 0xff;
    }

    /** The elements inside. */
    List<Der> children() throws IOException {
        return all(content);
    }

    /** The element inside at this place. */
    Der child(int index) throws IOException {
        List<Der> children = children();
        if (index >= children.size()) {
            throw new IOException("DER element %02x has no part %d".formatted(tag, index));
        }
        return children.get(index);
    }

    /** The first element inside with this tag. */
    Optional<Der> tagged(int wanted) throws IOException {
        return children().stream().filter(child -> child.tag == wanted).findFirst();
    }

    /** This element, when it has the tag. */
    Der as(int wanted) throws IOException {
        if (tag != wanted) {
            throw new IOException("expected DER element %02x, got %02x".formatted(wanted, tag));
        }
        return this;
    }

    BigInteger number() throws IOException {
        if (content.length == 0) {
            throw new IOException("a DER number without digits");
        }
        return new BigInteger(content);
    }

    /** True for the object identifier with this content in hexadecimal digits. */
    boolean isObject(String hex) {
        return tag == OBJECT_ID && HexFormat.of().formatHex(content).equals(hex);
    }

    String ascii() {
        return new String(content, StandardCharsets.US_ASCII);
    }

    /** GeneralizedTime in the only form that RFC 5280, 4.1.2.5.2, allows: UTC, whole seconds. */
    Instant time() throws IOException {
        try {
            return LocalDateTime.parse(as(TIME).ascii(), SECONDS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IOException("not a time of the form that certificates use: " + ascii(), e);
        }
    }
}
