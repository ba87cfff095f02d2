package cutover.twin.site.django;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A keyed digest (RFC 2104). Unlike the platform's own it takes an empty key, as the application's language does. */
public enum Hmac {
    SHA1("SHA-1"),
    SHA256("SHA-256");

    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private final String algorithm;

    Hmac(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The digest of a text with a key, both in UTF-8. */
    public byte[] of(String key, String text) {
        byte[] raw = key.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(raw.length > BLOCK ? digest().digest(raw) : raw, BLOCK);
        byte[] inner = joined(mixed(block, INNER), text.getBytes(StandardCharsets.UTF_8));
        return joined(mixed(block, OUTER), inner);
    }

    /** Whether two texts are the same, found out in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] joined(byte[] first, byte[] second) {
        MessageDigest digest = digest();
        digest.update(first);
        return digest.digest(second);
    }

    private static byte[] mixed(byte[] block, int pad) {
        byte[] mixed = block.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= (byte) pad;
        }
        return mixed;
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }
}
