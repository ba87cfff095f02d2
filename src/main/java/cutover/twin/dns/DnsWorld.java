package cutover.twin.dns;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Name;

/**
 * The name system of the rehearsal: a root server, two for {@code org} and {@code example}, two for the zone of the new
 * name, two for the old one's, two at the registrar with a copy of the new name's zone from before, and three caching
 * resolvers of which the second validates and the third lies. All answer at one port, each at a loopback address of its
 * own, over UDP and TCP. Root, {@code org} and {@code example} are signed from the start.
 *
 * <p>Zones are named with or without the last dot. A method that changes "a zone" changes it on its own servers that are
 * not {@link Authority#freeze frozen}, with the next serial unless the change sets one; what the registrar has changes
 * only by {@link #server}. A zone or server that doesn't exist is an {@link IllegalArgumentException}. Caches notice
 * nothing before a time to live has passed by the world's clock.
 */
public final class DnsWorld implements AutoCloseable {

    private final Directory servers;
    private final Keys keys;
    private final Updates updates;
    private final Wires wires;
    private final int port;

    private DnsWorld(Foundation ground) {
        this.servers = ground.servers();
        this.keys = ground.keys();
        this.updates = ground.updates();
        this.wires = ground.wires();
        this.port = ground.port();
    }

    /**
     * Starts all servers at one free port.
     *
     * @param clock by which caches count down, signatures are dated and update keys checked
     * @param later for answers that are held back; not closed with the world
     */
    public static DnsWorld start(Clock clock, Ids ids, Later later) {
        String secret = Base64.getEncoder().encodeToString(ids.password().getBytes(StandardCharsets.US_ASCII));
        UpdateKey key = new UpdateKey("cutover-update.", "hmac-sha256", secret);
        DnsWorld world = new DnsWorld(Foundation.lay(clock, key, later));
        world.heal();
        world.wires.open();
        return world;
    }

    /** Puts everything back as it was at the start, caches emptied; keys and counts of questions stay. */
    public void heal() {
        for (String zone : List.of(Stock.NEW_ZONE, Stock.OLD_ZONE)) {
            keys.forget(Records.absolute(zone));
        }
        keys.mend();
        servers.all().forEach(DnsWorld::calm);
        servers.resolvers().forEach(resolver -> resolver.validate(false));
        servers.resolvers().forEach(CachingResolver::tellTheTruth);
        servers.authorities().forEach(Authority::empty);
        keys.make(Name.root);
        signed("org.", Stock.org());
        signed("example.", Stock.example());
        place(Stock.root().and(List.of(keys.ds(Records.absolute("org")), keys.ds(Records.absolute("example")))));
        place(Stock.fresh());
        place(Stock.old());
        servers.authorities(Stock.REGISTRAR).forEach(server -> server.serve(Stock.parked()));
        resolverThatValidates().validate(true);
        resolverThatLies().lie("203.0.113.99");
        flush();
    }

    /** The port of all servers. */
    public int port() {
        return port;
    }

    /** The root's servers, by name. */
    public Map<String, InetSocketAddress> rootHints() {
        return Map.of(Stock.ROOT, servers.authority(Stock.ROOT).address());
    }

    /** All servers, resolvers last, by name without the last dot. */
    public Map<String, InetSocketAddress> addresses() {
        Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
        servers.all().forEach(server -> addresses.put(server.name(), server.address()));
        return addresses;
    }

    /** The DS of the root's key as a line of a master file, for whoever validates. */
    public String trustAnchor() {
        return keys.ds(Name.root).toString();
    }

    public Authority server(String name) {
        return servers.authority(name);
    }

    /** A zone's own servers, its primary first. */
    public List<Authority> servers(String zone) {
        return servers.authorities(Homes.of(Records.absolute(zone)));
    }

    /** The servers that have the new name's zone as it was before. */
    public List<Authority> registrar() {
        return servers.authorities(Stock.REGISTRAR);
    }

    public List<CachingResolver> resolvers() {
        return servers.resolvers();
    }

    public CachingResolver plainResolver() {
        return servers.resolvers().get(0);
    }

    public CachingResolver resolverThatValidates() {
        return servers.resolvers().get(1);
    }

    public CachingResolver resolverThatLies() {
        return servers.resolvers().get(2);
    }

    /** The last of the resolvers, which neither validates nor is asked first. */
    public CachingResolver lastResolver() {
        return servers.resolvers().get(servers.resolvers().size() - 1);
    }

    /** Makes all resolvers forget. */
    public void flush() {
        servers.resolvers().forEach(CachingResolver::flush);
    }

    /** The primary's version of a zone. */
    public Zone zone(String zone) {
        return servers(zone).get(0).zone(zone).orElseThrow();
    }

    /** Changes a zone, from the version of its first server that is not frozen. */
    public void edit(String zone, UnaryOperator<Zone> change) {
        Zone before = servers(zone).stream()
                .filter(server -> !server.frozen())
                .findFirst()
                .flatMap(server -> server.zone(zone))
                .orElseGet(() -> zone(zone));
        Zone after = change.apply(before);
        place(after.serial() == before.serial() ? after.bumped() : after);
    }

    /** Gives what the primary has to the zone's other servers. */
    public void transfer(String zone) {
        place(zone(zone));
    }

    /** Sets who is named as a zone's servers by its parent, with glue for those that need it. */
    public void delegate(String zone, String... names) {
        String parent = Homes.parent(Records.absolute(zone)).toString();
        Name cut = Records.absolute(zone);
        edit(
                parent,
                before -> before.without(cut.toString(), "NS")
                        .with(Stock.delegation(cut.toString(), List.of(names)))
                        .with(Stock.glue(parent, List.of(names))));
    }

    /** Sets who is named as a zone's servers in the zone itself. */
    public void nameServers(String zone, String... names) {
        String[] targets = Arrays.stream(names)
                .map(name -> Records.absolute(name).toString())
                .toArray(String[]::new);
        edit(zone, before -> before.set("@", "NS", Stock.PARENT_TTL, targets));
    }

    /** Sets the time to live of all records of some types, of all types when none is named. */
    public void ttl(String zone, Duration ttl, String... types) {
        edit(zone, before -> before.withTtl(ttl.toSeconds(), types));
    }

    /** Sets how long the absence of a name may be remembered. */
    public void negativeTtl(String zone, Duration ttl) {
        edit(zone, before -> before.withNegativeTtl(ttl.toSeconds()));
    }

    /** Answers for every name that is not there with this IPv4 address. */
    public void wildcard(String zone, String address) {
        edit(zone, before -> before.set("*", "A", Stock.SHORT_TTL, address));
    }

    public void noWildcard(String zone) {
        edit(zone, before -> before.without("*", "A"));
    }

    /** Puts an alias at the zone's own name, where it hides mail and texts. */
    public void aliasAtApex(String zone, String target) {
        edit(
                zone,
                before -> before.set(
                        "@", "CNAME", Stock.SHORT_TTL, Records.absolute(target).toString()));
    }

    /** Sets who may issue certificates (RFC 8659); nobody named lifts every restriction. */
    public void issuers(String zone, String... authorities) {
        String[] values = Arrays.stream(authorities)
                .map(issuer -> "0 issue \"" + issuer + "\"")
                .toArray(String[]::new);
        edit(zone, before -> before.set("@", "CAA", Stock.SHORT_TTL, values));
    }

    /** Signs a zone, and publishes its key at the parent. */
    public void sign(String zone) {
        Name name = handedOver(zone);
        keys.make(name);
        edit(zone, before -> before);
        publish(name);
    }

    /** Takes back {@link #sign} and {@link #leaveDsBehind}. */
    public void unsign(String zone) {
        Name name = handedOver(zone);
        keys.forget(name);
        edit(zone, before -> before);
        edit(Homes.parent(name).toString(), before -> before.without(name.toString(), "DS"));
    }

    /** Leaves the zone unsigned under a parent that says it is signed: dead for whoever validates. */
    public void leaveDsBehind(String zone) {
        Name name = handedOver(zone);
        keys.forget(name);
        edit(zone, before -> before);
        publish(name);
    }

    /** Signs a zone as {@link #sign} does, with signatures that are past their time. */
    public void expireSignatures(String zone) {
        keys.end(handedOver(zone));
        sign(zone);
    }

    /** By which the zones' primaries take dynamic updates; the secondaries follow by {@link #transfer}. */
    public UpdateKey updateKey() {
        return updates.key();
    }

    /** Puts sets in place of what there is of their names and types in a zone; stays as dynamic updates do. */
    public void update(String zone, List<RecordSet> sets) {
        updates.replace(servers(zone).get(0), zone(zone), sets);
    }

    /** Called after each dynamic update that was taken, before its sender hears of that. */
    public void whenUpdated(Runnable told) {
        updates.listen(told);
    }

    /** Applies all dynamic updates since {@link #forgetUpdates()} once more, at all of the zones' servers. */
    public void repeatUpdates() {
        updates.repeat(this::servers);
    }

    /** What was updated so far is not applied again. */
    public void forgetUpdates() {
        updates.forget();
    }

    @Override
    public void close() {
        wires.close();
    }

    /** Complains about the root before anything has changed. */
    private static Name handedOver(String zone) {
        Name name = Records.absolute(zone);
        Homes.parent(name);
        return name;
    }

    private void publish(Name zone) {
        edit(
                Homes.parent(zone).toString(),
                before -> before.without(zone.toString(), "DS").and(List.of(keys.ds(zone))));
    }

    private void signed(String zone, Zone content) {
        keys.make(Records.absolute(zone));
        place(content);
    }

    private void place(Zone zone) {
        servers(zone.origin()).stream().filter(server -> !server.frozen()).forEach(server -> server.serve(zone));
    }

    private static void calm(NameServer server) {
        server.behave(Manner.WELL);
        server.delay(Duration.ZERO);
    }
}
