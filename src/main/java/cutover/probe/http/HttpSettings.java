package cutover.probe.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * How the probe speaks; immutable.
 *
 * @param route where connections go
 * @param trust which certificates are trusted; null for those that the JDK trusts
 * @param userAgent sent with each request; marks the run in the target's logs
 * @param connect for the connection to one address, and for its TLS handshake; positive
 * @param answer hard deadline for a whole exchange, from the name's resolution to the last byte of the body; a server
 *     that sends a byte now and then can't stretch it; positive
 * @param maxBody most bytes of a body that are kept, raw as well as decompressed; positive
 * @param methods upper case; any other method is refused before a connection is opened
 * @param clock times exchanges and ages cookies
 */
public record HttpSettings(
        Route route,
        SSLContext trust,
        String userAgent,
        Duration connect,
        Duration answer,
        long maxBody,
        Set<String> methods,
        Clock clock) {

    public HttpSettings {
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(clock, "clock");
        if (userAgent.isBlank()) {
            throw new IllegalArgumentException("the probe needs a User-Agent by which the target can tell it");
        }
        if (connect.toMillis() < 1 || answer.toMillis() < 1) {
            throw new IllegalArgumentException("the probe needs times of at least 1 ms: " + connect + " / " + answer);
        }
        if (maxBody < 1 || maxBody > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("the probe can't keep bodies of up to " + maxBody + " bytes");
        }
        methods = Set.copyOf(methods);
    }
}
