package cutover.provider.nameserver;

import cutover.provider.RecordTexts;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where a zone is changed and by which key; immutable. Its text holds no secret.
 *
 * @param host of the zone's primary; other servers refuse changes
 * @param zone with or without its last dot
 * @param keyName as the server has it, with or without a last dot
 * @param algorithm as RFC 8945 section 6 names it, without a dot, for instance {@code hmac-sha256}
 * @param secret base64; asked for at each question
 * @param timeout for connecting, and for each answer; at least 1 ms
 */
public record ZoneAccess(
        String host,
        int port,
        String zone,
        String keyName,
        String algorithm,
        Supplier<String> secret,
        Duration timeout) {

    public ZoneAccess {
        Objects.requireNonNull(secret, "secret");
        RecordTexts.name(zone);
        RecordTexts.name(keyName);
        Macs.of(algorithm);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("a name server needs a time of at least 1 ms, got " + timeout);
        }
    }

    /** The server, as text. */
    String place() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "zone " + zone + " at " + place();
    }
}
