package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.front.Dns;
import cutover.environment.front.NumericAddress;
import cutover.environment.front.Redirects;
import cutover.environment.front.ServerPlace;
import cutover.probe.dns.Delegation;
import cutover.probe.dns.DelegationLimits;
import cutover.probe.dns.DnsProbe;
import cutover.probe.dns.DnsSettings;
import cutover.probe.dns.NameServer;
import cutover.probe.http.HttpProbe;
import cutover.probe.port.PortProbe;
import cutover.probe.port.PortSettings;
import cutover.probe.tls.Anchors;
import cutover.probe.tls.TlsProbe;
import cutover.probe.tls.TlsSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The front door as strangers meet it: every name is asked of name servers and every address is asked itself, past all
 * caches of this machine. Pins of names have no say here, pins of addresses do.
 */
public final class Outside implements AutoCloseable {

    private static final Duration MOST_CONNECT = Duration.ofSeconds(10);

    private final Environment environment;
    private final Optional<Dns> dns;
    private final Optional<Redirects> redirects;
    private final Clock clock;
    private final BiFunction<PublicRoute, Boolean, HttpProbe> http;
    private final AddressPins pins;
    private final Map<InetSocketAddress, HttpProbe> probes = new ConcurrentHashMap<>();
    private final HttpProbe publicly;
    private final HttpProbe posting;

    /** @param http makes a probe for a route; true when it may post */
    Outside(RunFiles files, Clock clock, BiFunction<PublicRoute, Boolean, HttpProbe> http) {
        this.environment = files.environment();
        this.dns = files.dns();
        this.redirects = files.redirects();
        this.clock = clock;
        this.http = http;
        this.pins = new AddressPins(environment.pins(), environment.rehearsal());
        PublicRoute named = PublicRoute.byName(host -> new PublicNames(names(), resolvers()).addresses(host), pins);
        this.publicly = http.apply(named, false);
        this.posting = http.apply(named, true);
    }

    /** Names as they must be; empty where the environment looks at none. */
    public Optional<Dns> dns() {
        return dns;
    }

    /** Which addresses lead where; empty where the environment looks at none. */
    public Optional<Redirects> redirects() {
        return redirects;
    }

    /** Asks name servers; times out as the file of the names says, after 3 s without one. */
    public DnsProbe names() {
        return new DnsProbe(new DnsSettings(dns.map(Dns::timeout).orElse(Duration.ofSeconds(3)), clock));
    }

    /** Walks from the root; the environment names a file in config/dns. */
    public Delegation delegation() {
        Dns known = dns.orElseThrow();
        return new Delegation(
                names(),
                known.roots().stream().map(this::server).toList(),
                address -> new InetSocketAddress(address, known.port()),
                DelegationLimits.USUAL);
    }

    /** A server at the port of all servers. */
    public NameServer server(ServerPlace place) {
        return server(place.name(), place.address());
    }

    /** @param address as it is written in files */
    public NameServer server(String name, String address) {
        return new NameServer(
                name,
                new InetSocketAddress(
                        NumericAddress.of(address), dns.map(Dns::port).orElse(53)));
    }

    /** The resolvers of the environment, none where no file of names is. */
    public List<NameServer> resolvers() {
        return dns.map(Dns::resolvers).orElse(List.of()).stream()
                .map(resolver -> server(resolver.name(), resolver.address()))
                .toList();
    }

    /** Where a connection to that address goes; empty when a rehearsal does not know it and must leave it alone. */
    public Optional<InetSocketAddress> reach(InetAddress address, int port) {
        return pins.reach(address, port);
    }

    /**
     * Reads only; resolves each name at the environment's resolvers, and tries its addresses in the order in which they
     * are told. A name that nobody knows is NAME_UNKNOWN.
     */
    public HttpProbe publicly() {
        return publicly;
    }

    /** The same, and may post. */
    public HttpProbe posting() {
        return posting;
    }

    /** Reads only, and goes to that address whatever the URL's host is; Host and SNI are the URL's. */
    public HttpProbe at(InetSocketAddress address) {
        return probes.computeIfAbsent(address, place -> http.apply(PublicRoute.always(place), false));
    }

    /** Shakes hands; holds chains against the environment's trust. */
    public TlsProbe tls() {
        Duration exchange = environment.deadlines().exchange();
        Duration connect = exchange.compareTo(MOST_CONNECT) < 0 ? exchange : MOST_CONNECT;
        Anchors anchors = environment.trust().map(OwnTrust::anchors).orElseGet(Anchors::ofTheJdk);
        return new TlsProbe(new TlsSettings(anchors, connect, exchange, clock));
    }

    /** Knocks at ports. */
    public PortProbe ports(Duration timeout) {
        return new PortProbe(new PortSettings(timeout, clock));
    }

    @Override
    public void close() {
        probes.values().forEach(HttpProbe::close);
        publicly.close();
        posting.close();
    }
}
