package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.patience.FanOut;
import cutover.probe.http.KeptConnection;
import cutover.probe.http.RawAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People who are there before a way back, one at each address of the site under test and of the site that is left, which
 * redirects by then; they stay with the connections that their browsers keep. The runs of a drill, or of a guided way back,
 * share them.
 */
final class KeptVisits implements AutoCloseable {

    /** At once; a site has a few addresses. */
    private static final int MOST = 8;

    private List<KeptVisit> visits = List.of();
    private URI used = URI.create("");
    private Duration patience = Duration.ZERO;

    /** One address of a site. */
    private record Spot(Site site, InetAddress address) {}

    /**
     * Comes to both sites as their names lead there now; who was there before goes. Where nobody answers in time, or the
     * connection does not outlast the first answer, nobody stays.
     */
    synchronized void arrive(WebAccess web) {
        close();
        Environment environment = web.files().environment();
        try (Outside outside = web.outside()) {
            List<Spot> spots = Stream.concat(environment.siteLeft().stream(), Stream.of(environment.siteUnderTest()))
                    .flatMap(site -> spots(site, outside))
                    .toList();
            Duration all = environment.deadlines().exchange().multipliedBy(2);
            used = page(environment.siteUnderTest(), web);
            patience = all;
            visits = new FanOut(MOST, all)
                    .each(spots, spot -> at(spot, outside, web), (spot, why) -> Optional.<KeptVisit>empty()).stream()
                            .flatMap(Optional::stream)
                            .toList();
        }
    }

    private static Stream<Spot> spots(Site site, Outside outside) {
        return new PublicNames(outside.names(), outside.resolvers())
                .addresses(site.host()).stream().map(address -> new Spot(site, address));
    }

    private static Optional<KeptVisit> at(Spot spot, Outside outside, WebAccess web) {
        URI page = page(spot.site(), web);
        int port = RawAddress.of(page.toString()).orElseThrow().port();
        return outside.reach(spot.address(), port).flatMap(place -> {
            KeptConnection connection = outside.at(place).keptConnection();
            connection.get(page);
            if (connection.stands()) {
                return Optional.of(new KeptVisit(spot.site(), spot.address(), connection, web.clock()));
            }
            connection.close();
            return Optional.empty();
        });
    }

    private static URI page(Site site, WebAccess web) {
        return URI.create(site.at(web.files().application().health().path()) + "?cutover=" + web.run());
    }

    /** Those on the site under test go on with what they do; whoever was only redirected has no more to ask there. */
    synchronized void goOn() {
        List<KeptVisit> busy =
                visits.stream().filter(visit -> visit.site().holds(used)).toList();
        new FanOut(MOST, patience)
                .each(
                        busy,
                        visit -> {
                            visit.goesOn(used);
                            return visit;
                        },
                        (visit, why) -> visit);
    }

    /** "www.example.org at 203.0.113.7, 2001:db8::7"; empty when nobody stays. */
    synchronized String told() {
        return visits.stream()
                .collect(Collectors.groupingBy(
                        visit -> visit.site().host(),
                        LinkedHashMap::new,
                        Collectors.mapping(visit -> visit.address().getHostAddress(), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(site -> site.getKey() + " at " + site.getValue())
                .collect(Collectors.joining("; "));
    }

    synchronized List<KeptVisit> all() {
        return visits;
    }

    @Override
    public synchronized void close() {
        visits.forEach(KeptVisit::close);
        visits = List.of();
    }
}
