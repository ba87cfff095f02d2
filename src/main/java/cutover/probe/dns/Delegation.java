package cutover.probe.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Walks from the root down to the zone of a name, label by label, as a resolver with an empty cache does, and asks every
 * server on the way without recursion: what the parent says, what the zone itself says, and who does not serve it. An
 * address of a name server that the parent does not tell is found by the same walk. What was learned in one walk is not
 * kept for the next.
 */
public final class Delegation {

    private static final int PORT = 53;

    private final DnsProbe probe;
    private final List<NameServer> roots;
    private final Function<InetAddress, InetSocketAddress> reach;
    private final DelegationLimits limits;

    /** All name servers at port 53. */
    public Delegation(DnsProbe probe, List<NameServer> roots) {
        this(probe, roots, address -> new InetSocketAddress(address, PORT), DelegationLimits.USUAL);
    }

    /**
     * @param roots where every walk begins; at least one
     * @param reach where to ask for an address that stands in a record
     */
    public Delegation(
            DnsProbe probe,
            List<NameServer> roots,
            Function<InetAddress, InetSocketAddress> reach,
            DelegationLimits limits) {
        this.probe = Objects.requireNonNull(probe, "probe");
        this.roots = List.copyOf(roots);
        this.reach = Objects.requireNonNull(reach, "reach");
        this.limits = Objects.requireNonNull(limits, "limits");
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("a walk needs a root server to begin with");
        }
    }

    /** @throws IllegalArgumentException when it is no name of the DNS */
    public DelegationObservation walk(String name) {
        Budget budget = new Budget(probe, limits);
        return new Walk(budget, roots, new Hosts(budget, roots, reach, limits.depth())).to(Names.canonical(name));
    }
}
