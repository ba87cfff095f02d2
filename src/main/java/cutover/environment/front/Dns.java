package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One file in {@code config/dns}: the name system as it must be. */
public record Dns(
        @Doc("port at which all servers answer") @Default("53")
        int port,

        @Doc("how long a server has for one answer") @Default("3s")
        Duration timeout,

        @Doc("a server that takes longer for an answer is a finding") @Default("1500ms")
        Duration slow,

        @Doc("how long to wait for resolvers that still have the old data; 0s to look once") @Default("0s")
        Duration propagation,

        @Doc("root servers, at which each walk begins; leave it out for those of the internet") @Default("[]")
        List<ServerPlace> roots,

        @Doc("resolvers that are asked as their users would") @Default("[]")
        List<Resolver> resolvers,

        @Doc("files in config/dns/resolvers, without .yaml, whose resolvers are asked too") @Default("[]")
        List<String> resolverLists,

        @Doc("zones in which the names stand") List<Zone> zones) {

    public Dns {
        roots = roots.isEmpty() ? RootServers.OF_THE_INTERNET : List.copyOf(roots);
        if (resolvers.isEmpty() && resolverLists.isEmpty()) {
            throw new IllegalArgumentException("name at least one of resolvers and resolver-lists");
        }
    }

    /** The same with the resolvers of those lists. */
    public Dns with(List<ResolverList> lists) {
        List<Resolver> all = new ArrayList<>(resolvers);
        lists.forEach(list -> all.addAll(list.resolvers()));
        return new Dns(port, timeout, slow, propagation, roots, all, resolverLists, zones);
    }

    /** The zone in which a name stands; the longest that fits, empty when none does. */
    public Optional<Zone> zoneOf(String name) {
        return zones.stream()
                .filter(zone -> name.equals(zone.name()) || name.endsWith("." + zone.name()))
                .max(Comparator.comparingInt(zone -> zone.name().length()));
    }
}
