package cutover.probe.port;

import cutover.patience.FanOut;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Knocks at TCP ports: connects, listens for a greeting, hangs up and sends nothing. Asks no DNS; the addresses are
 * taken as they are.
 */
public final class PortProbe {

    private static final int AT_ONCE = 32;
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final PortSettings settings;
    private final Line line;

    public PortProbe(PortSettings settings) {
        this(settings, Line.ofThisMachine());
    }

    PortProbe(PortSettings settings, Line line) {
        this.settings = settings;
        this.line = line;
    }

    /** @throws IllegalArgumentException for an address that is a name only, or for port 0 */
    public PortObservation look(InetSocketAddress address) {
        demandAddress(address);
        return new Attempt(address, settings, line).made();
    }

    /**
     * Looks at all of them, up to 32 at once.
     *
     * @return one observation for each address, in the order of the addresses
     * @throws IllegalArgumentException before the first attempt, for an address that is a name only, or for port 0
     */
    public List<PortObservation> look(List<InetSocketAddress> addresses) {
        addresses.forEach(PortProbe::demandAddress);
        int rounds = (addresses.size() + AT_ONCE - 1) / AT_ONCE;
        Duration atMost = settings.timeout()
                .plus(settings.greeting())
                .multipliedBy(rounds)
                .plus(MARGIN);
        return new FanOut(AT_ONCE, atMost)
                .each(addresses, this::look, (address, why) -> new Attempt(address, settings, line).notMade(why));
    }

    private static void demandAddress(InetSocketAddress address) {
        if (address.isUnresolved() || address.getPort() == 0) {
            throw new IllegalArgumentException("the probe needs an address and a port, got " + address);
        }
    }
}
