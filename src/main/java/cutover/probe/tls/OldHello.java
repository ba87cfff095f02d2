package cutover.probe.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SNIHostName;

/**
 * The first message of a client that knows no version newer than the one asked about (RFC 5246, 7.4.1.2). It is enough to
 * see whether a server would go on; nothing secret follows, so the random bytes need not be random.
 */
final class OldHello {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM_BYTES = 32;

    // ECDHE, DHE and plain RSA with AES, 3DES and RC4, as clients of that time offered them; last the signal of RFC
    // 5746
    private static final int[] CIPHERS = {
        0xc00a, 0xc014, 0xc009, 0xc013, 0x0039, 0x0033, 0x0035, 0x002f, 0xc008, 0xc012, 0x0016, 0x000a, 0xc007, 0xc011,
        0x0005, 0x00ff
    };
    private static final int[] CURVES = {0x001d, 0x0017, 0x0018, 0x0019};

    private OldHello() {}

    /** The record with the message. */
    static byte[] bytes(Protocol protocol, Optional<SNIHostName> name) {
        Bytes body = new Bytes().two(protocol.number());
        for (int i = 0; i < RANDOM_BYTES; i++) {
            body.one(i * 7 + 1);
        }
        Bytes ciphers = new Bytes();
        for (int cipher : CIPHERS) {
            ciphers.two(cipher);
        }
        body.one(0).sized(2, ciphers).one(1).one(0).sized(2, extensions(name));
        Bytes message = new Bytes().one(CLIENT_HELLO).sized(3, body);
        return new Bytes()
                .one(HANDSHAKE)
                .two(Protocol.TLS_1_0.number())
                .sized(2, message)
                .array();
    }

    private static Bytes extensions(Optional<SNIHostName> name) {
        Bytes extensions = new Bytes();
        name.ifPresent(host -> {
            Bytes text = new Bytes().all(host.getAsciiName().getBytes(StandardCharsets.US_ASCII));
            extensions.two(0).sized(2, new Bytes().sized(2, new Bytes().one(0).sized(2, text)));
        });
        Bytes curves = new Bytes();
        for (int curve : CURVES) {
            curves.two(curve);
        }
        Bytes uncompressed = new Bytes().one(1).one(0);
        return extensions.two(10).sized(2, new Bytes().sized(2, curves)).two(11).sized(2, uncompressed);
    }

    /** Bytes in network order. */
    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes one(int value) {
            out.write(value);
            return this;
        }

        Bytes two(int value) {
            return one(value >> 8).one(value);
        }

        Bytes all(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        /** The content after its length in so many bytes. */
        Bytes sized(int lengthBytes, Bytes content) {
            for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8) {
                one(content.out.size() >> shift);
            }
            return all(content.array());
        }

        byte[] array() {
            return out.toByteArray();
        }
    }
}
