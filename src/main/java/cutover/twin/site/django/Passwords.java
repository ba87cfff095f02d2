package cutover.twin.site.django;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Password hashes of the form {@code pbkdf2_sha256$iterations$salt$hash}. */
public final class Passwords {

    private static final int ITERATIONS = 2_000;

    private Passwords() {}

    public static String hash(String password, String salt) {
        return "pbkdf2_sha256$" + ITERATIONS + "$" + salt + "$" + derive(password, salt, ITERATIONS);
    }

    /** False, too, for a hash of another form. */
    public static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4 || !parts[0].equals("pbkdf2_sha256")) {
            return false;
        }
        String derived = derive(password, parts[2], Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(
                derived.getBytes(StandardCharsets.US_ASCII), parts[3].getBytes(StandardCharsets.US_ASCII));
    }

    private static String derive(String password, String salt, int iterations) {
        try {
            PBEKeySpec spec =
                    new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.US_ASCII), iterations, 256);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", impossible);
        }
    }
}
