package cutover.probe.http;

import java.net.URI;
import java.util.Map;

/**
 * A persistent connection (RFC 9112, section 9.3) as a browser keeps it to an origin: names that move meanwhile have no say
 * in where it leads. HTTP/1.1. For any number of threads, one exchange at a time; outlives the probe that it is from.
 */
public final class KeptConnection implements AutoCloseable {

    private final HttpProbe probe;
    private final OneWire wire;

    KeptConnection(HttpProbe probe, OneWire wire) {
        this.probe = probe;
        this.wire = wire;
    }

    /**
     * Asks on it; the first call opens it. Once either side has ended it, which an answer may do too (Connection: close),
     * there is no other, and the observation is {@link NoAnswer.Kind#CLOSED_EARLY}: a browser would open one anew.
     *
     * @param uri of the same origin each time
     */
    public HttpObservation get(URI uri) {
        return probe.exchange(wire, "GET", uri, Map.of(), null);
    }

    /** Whether it can still be asked on; sends nothing. False before the first call too. */
    public boolean stands() {
        return wire.stands();
    }

    @Override
    public void close() {
        wire.close();
    }
}
