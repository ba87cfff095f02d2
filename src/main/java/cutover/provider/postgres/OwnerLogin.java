package cutover.provider.postgres;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where, and as whom, users are changed; its text holds no secret.
 *
 * @param user one that may change the others, such as RDS's master user
 * @param password asked for at each change
 * @param timeout for signing in, and for each answer; at least a second
 */
public record OwnerLogin(
        String host, int port, String database, String user, Supplier<String> password, Duration timeout) {

    public OwnerLogin {
        Objects.requireNonNull(password, "password");
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("changing a user needs at least 1 s, got " + timeout);
        }
    }

    @Override
    public String toString() {
        return user + " at " + host + ":" + port + "/" + database;
    }
}
