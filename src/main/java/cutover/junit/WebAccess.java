package cutover.junit;

import cutover.environment.Environment;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.probe.http.Route;
import java.time.Clock;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** How a run asks over HTTP: under its own name, as long as the environment lets it, trusting whom the environment trusts. */
record WebAccess(RunFiles files, String run, Clock clock) {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> POSTING = Set.of("GET", "HEAD", "POST");
    private static final long MOST_BODY = 32L << 20;
    /** Strangers are asked for pages and redirects only, many at once. */
    private static final long MOST_OUTSIDE = 1L << 20;

    /** Reads only: no other method leaves. */
    HttpProbe reading() {
        return pinned(READING);
    }

    /** For signing in. */
    HttpProbe signing() {
        return pinned(POSTING);
    }

    Outside outside() {
        return new Outside(
                files, clock, (route, posts) -> new HttpProbe(http(route, posts ? POSTING : READING, MOST_OUTSIDE)));
    }

    private HttpProbe pinned(Set<String> methods) {
        Environment environment = files.environment();
        return new HttpProbe(http(new PinnedRoute(environment.pins(), environment.rehearsal()), methods, MOST_BODY));
    }

    private HttpSettings http(Route route, Set<String> methods, long mostBody) {
        Environment environment = files.environment();
        SSLContext trust = environment.trust().map(OwnTrust::in).orElse(null);
        return new HttpSettings(
                route,
                trust,
                Run.agent(run),
                environment.deadlines().exchange(),
                environment.deadlines().exchange(),
                mostBody,
                methods,
                clock);
    }
}
