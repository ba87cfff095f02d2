package cutover.probe.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A database to read.
 *
 * @param authority PEM file of who signed the server's certificate; empty for the JDK's own store
 * @param statement how long one statement may take; at least a second
 */
public record Source(Login login, Encryption encryption, Optional<Path> authority, Duration statement) {

    public Source {
        Objects.requireNonNull(authority, "authority");
        if (statement.toSeconds() < 1) {
            throw new IllegalArgumentException("a statement needs at least 1 s, got " + statement);
        }
    }

    @Override
    public String toString() {
        return login.toString();
    }

    /** How the connection is protected. */
    public enum Encryption {
        /** not at all; loopback only */
        NONE("disable"),
        /** encrypted to whoever answers */
        ENCRYPTED("require"),
        /** encrypted, and the certificate must be the host's */
        VERIFIED("verify-full");

        private final String mode;

        Encryption(String mode) {
            this.mode = mode;
        }

        /** The driver's word for it. */
        String mode() {
            return mode;
        }
    }
}
