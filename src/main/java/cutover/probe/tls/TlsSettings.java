package cutover.probe.tls;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How the probe shakes hands; immutable.
 *
 * @param anchors roots against which chains are held; null for those of the JDK. They have no part in the handshake
 * @param connect for the connection to the address; at least 1 ms
 * @param handshake hard deadline from the connection to the end of the handshake; a peer that sends a byte now and then
 *     can't stretch it; at least 1 ms
 * @param clock times the handshakes, and dates the verdict on a chain
 */
public record TlsSettings(Anchors anchors, Duration connect, Duration handshake, Clock clock) {

    public TlsSettings {
        anchors = anchors == null ? Anchors.ofTheJdk() : anchors;
        Objects.requireNonNull(clock, "clock");
        if (connect.toMillis() < 1 || handshake.toMillis() < 1 || connect.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the probe needs times of at least 1 ms: " + connect + " / " + handshake);
        }
    }
}
