package cutover.junit;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.KeptConnection;
import cutover.probe.http.NoAnswer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody who was there before something was changed, and whose browser has kept its connection to one of the sites
 * since. Who gets no page leaves; the connection is then no longer used, and ends when the server or the browser gives it
 * up. For any number of threads.
 */
public final class KeptVisit implements AutoCloseable {

    /** Browsers keep a connection that they don't use for so long at the most: Chromium 300 s, Firefox 115 s. */
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final Site site;
    private final InetAddress address;
    private final KeptConnection connection;
    private final InstantSource clock;
    private Instant asked;
    private Finding why;

    KeptVisit(Site site, InetAddress address, KeptConnection connection, InstantSource clock) {
        this.site = site;
        this.address = address;
        this.connection = connection;
        this.clock = clock;
        this.asked = clock.instant();
    }

    /** The site whose name the browser asked for. */
    public Site site() {
        return site;
    }

    /** The address to which that name led then, and the connection leads still. */
    public InetAddress address() {
        return address;
    }

    /** Whether the connection stands; when it has ended, the browser goes where the name leads. */
    public synchronized boolean stands() {
        if (why != null
                && !Duration.between(asked, clock.instant()).minus(UNUSED).isNegative()) {
            connection.close();
        }
        return connection.stands();
    }

    /** Asks for a page and thinks nothing of what comes, so that nobody ends the connection as unused. */
    void goesOn(URI page) {
        if (left().isEmpty() && stands()) {
            asks(page);
        }
    }

    /** Asks for a page of the site on the connection; empty when that has ended. */
    public synchronized Optional<HttpObservation> asks(URI page) {
        asked = clock.instant();
        return connection
                .get(page)
                .fold(
                        answered -> Optional.of(answered),
                        none -> none.kind() == NoAnswer.Kind.CLOSED_EARLY ? Optional.empty() : Optional.of(none));
    }

    /** Gives up. */
    public synchronized void leaves(Finding because) {
        why = because;
    }

    /** Why they have left; empty for who is still there. */
    public synchronized Optional<Finding> left() {
        return Optional.ofNullable(why);
    }

    @Override
    public void close() {
        connection.close();
    }
}
