package cutover.twin.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/** The servers of a world, at one port of different loopback addresses. */
final class Directory {

    private final Map<String, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, CachingResolver> resolvers = new LinkedHashMap<>();
    private final int port;

    Directory(int port, Keys keys, Updates updates, Clock clock) {
        this.port = port;
        Stream.of(List.of(Stock.ROOT), Stock.PARENTS, Stock.NEW, Stock.OLD, Stock.REGISTRAR)
                .flatMap(List::stream)
                .forEach(name -> authorities.put(name, new Authority(name, address(name), keys::served, updates)));
        Stock.RESOLVERS.forEach(name -> resolvers.put(name, resolver(name, keys, clock)));
    }

    Stream<NameServer> all() {
        return Stream.concat(authorities.values().stream(), resolvers.values().stream());
    }

    List<Authority> authorities() {
        return List.copyOf(authorities.values());
    }

    List<CachingResolver> resolvers() {
        return List.copyOf(resolvers.values());
    }

    Authority authority(String name) {
        return Optional.ofNullable(authorities.get(undotted(name)))
                .orElseThrow(() -> new IllegalArgumentException("no name server is called " + name));
    }

    List<Authority> authorities(List<String> names) {
        return names.stream().map(this::authority).toList();
    }

    private static String undotted(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private CachingResolver resolver(String name, Keys keys, Clock clock) {
        Memory memory = new Memory(clock);
        Name root = Records.absolute(Stock.ROOT);
        Delegation hints = new Delegation(
                Name.root,
                List.of(root),
                Map.of(root, List.of(address(Stock.ROOT).getAddress())),
                0);
        Recursion recursion = new Recursion(memory, hints, byAddress());
        return new CachingResolver(
                name,
                address(name),
                memory,
                recursion,
                () -> new Validation(recursion, keys.ds(Name.root).toString(), clock));
    }

    private Function<InetAddress, Optional<Authority>> byAddress() {
        Map<InetAddress, Authority> hosts =
                authorities.values().stream().collect(Collectors.toMap(NameServer::host, server -> server));
        return host -> Optional.ofNullable(hosts.get(host));
    }

    private InetSocketAddress address(String name) {
        return new InetSocketAddress(Stock.ADDRESSES.get(name), port);
    }
}
