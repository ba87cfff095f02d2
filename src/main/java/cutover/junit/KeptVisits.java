package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.probe.http.KeptConnection;
import cutover.probe.http.RawAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * People who are there before a way back, one at each address of the site under test and of the site that is left, which
 * redirects by then; they stay with the connections that their browsers keep. The runs of a drill, or of a guided way back,
 * share them.
 */
final class KeptVisits implements AutoCloseable {

    private List<KeptVisit> visits = List.of();

    /**
     * Comes to both sites as their names lead there now; who was there before goes. Where nobody answers, or the connection
     * does not outlast the first answer, nobody stays.
     */
    synchronized void arrive(WebAccess web) {
        close();
        Environment environment = web.files().environment();
        try (Outside outside = web.outside()) {
            visits = Stream.concat(environment.siteLeft().stream(), Stream.of(environment.siteUnderTest()))
                    .flatMap(site -> new PublicNames(outside.names(), outside.resolvers())
                            .addresses(site.host()).stream()
                                    .flatMap(address -> at(site, address, outside, web).stream()))
                    .toList();
        }
    }

    private static Optional<KeptVisit> at(Site site, InetAddress address, Outside outside, WebAccess web) {
        URI page = URI.create(site.at(web.files().application().health().path()) + "?cutover=" + web.run());
        int port = RawAddress.of(page.toString()).orElseThrow().port();
        return outside.reach(address, port).flatMap(place -> {
            KeptConnection connection = outside.at(place).keptConnection();
            connection.get(page);
            if (connection.stands()) {
                return Optional.of(new KeptVisit(site, address, connection, web.clock()));
            }
            connection.close();
            return Optional.empty();
        });
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
