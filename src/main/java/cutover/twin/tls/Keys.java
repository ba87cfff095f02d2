package cutover.twin.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;

/** New keys, and what browsers know them by. */
final class Keys {

    private Keys() {}

    /** On the curve P-256. */
    static KeyPair usual() {
        return pair("EC", 256);
    }

    static KeyPair rsa1024() {
        return pair("RSA", 1_024);
    }

    /** Base64 of the SHA-256 of the SubjectPublicKeyInfo (RFC 7469, 2.4). */
    static String spki(PublicKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes keys of the kind " + algorithm, e);
        }
    }
}
