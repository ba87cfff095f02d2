package cutover.twin.dns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;

/** Which servers are a zone's own, its primary first. */
final class Homes {

    private static final Map<Name, List<String>> SERVERS = Map.of(
            Name.root,
            List.of(Stock.ROOT),
            Records.absolute("org"),
            Stock.PARENTS,
            Records.absolute("example"),
            Stock.PARENTS,
            Records.absolute(Stock.NEW_ZONE),
            Stock.NEW,
            Records.absolute(Stock.OLD_ZONE),
            Stock.OLD);

    private Homes() {}

    /** @throws IllegalArgumentException when there is no such zone */
    static List<String> of(Name zone) {
        return Optional.ofNullable(SERVERS.get(zone))
                .orElseThrow(() -> new IllegalArgumentException("no zone is called " + zone));
    }

    static boolean primary(Authority server, Name zone) {
        return SERVERS.containsKey(zone) && SERVERS.get(zone).get(0).equals(server.name());
    }

    /**
     * The zone in which a zone is handed over.
     *
     * @throws IllegalArgumentException for the root
     */
    static Name parent(Name zone) {
        if (zone.equals(Name.root)) {
            throw new IllegalArgumentException("nobody hands over the root");
        }
        Name above = new Name(zone, 1);
        return SERVERS.containsKey(above) ? above : parent(above);
    }
}
