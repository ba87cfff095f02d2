package cutover.twin.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a client says first (RFC 2246, 7.4.1.2), as far as an old server understands it.
 *
 * @param version the newest one that the client knows; 0x0303 also for all newer ones (RFC 8446, 4.1.2)
 * @param ciphers numbers of the registry of IANA
 */
record ClientHello(int version, byte[] random, Set<Integer> ciphers) {

    static final int HEADER = 5;

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM_BYTES = 32;

    ClientHello {
        random = random.clone();
        ciphers = Set.copyOf(ciphers);
    }

    /** True when more must come before the first record can be read. */
    static boolean cutOff(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return true;
        }
        boolean handshake = bytes.get(bytes.position()) == HANDSHAKE;
        return handshake && (bytes.remaining() < HEADER || bytes.remaining() < HEADER + length(bytes));
    }

    /** Empty for what is no hello in a record of its own. */
    static Optional<ClientHello> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        try {
            if (in.get() != HANDSHAKE || in.position(HEADER).get() != CLIENT_HELLO) {
                return Optional.empty();
            }
            return Optional.of(body(in.position(HEADER + 4)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ClientHello body(ByteBuffer in) {
        int version = in.getShort() & 0xffff;
        byte[] random = new byte[RANDOM_BYTES];
        in.get(random);
        int session = in.get() & 0xff;
        in.position(in.position() + session);
        int size = in.getShort() & 0xffff;
        Set<Integer> ciphers = new HashSet<>();
        for (int i = 0; i < size / 2; i++) {
            ciphers.add(in.getShort() & 0xffff);
        }
        return new ClientHello(version, random, ciphers);
    }

    private static int length(ByteBuffer bytes) {
        return bytes.getShort(bytes.position() + 3) & 0xffff;
    }
}
