package cutover.probe.database;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where and as whom to sign in; its text holds no secret.
 *
 * @param password asked for at the attempt
 * @param timeout for the whole attempt; at least a second
 */
public record Login(String host, int port, String database, String user, Supplier<String> password, Duration timeout) {

    public Login {
        Objects.requireNonNull(password, "password");
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("signing in needs at least 1 s, got " + timeout);
        }
    }

    @Override
    public String toString() {
        return user + " at " + host + ":" + port + "/" + database;
    }
}
