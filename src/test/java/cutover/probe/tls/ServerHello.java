package cutover.probe.tls;

import java.nio.ByteBuffer;

/** What a server of an old version answers first. */
final class ServerHello {

    private static final int RSA_AES_128 = 0x002f;

    private ServerHello() {}

    static byte[] in(int version) {
        return ByteBuffer.allocate(47)
                .put((byte) 22)
                .putShort((short) version)
                .putShort((short) 42)
                .put((byte) 2)
                .put((byte) 0)
                .putShort((short) 38)
                .putShort((short) version)
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) RSA_AES_128)
                .put((byte) 0)
                .array();
    }
}
