package cutover.probe.http;

import cutover.probe.http.Chain.End;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks a chain of redirects. */
final class Following {

    private final Clock clock;
    private final int maxHops;

    Following(Clock clock, int maxHops) {
        if (maxHops < 0) {
            throw new IllegalArgumentException("can't follow " + maxHops + " redirects");
        }
        this.clock = clock;
        this.maxHops = maxHops;
    }

    Chain from(URI start, CookieJar jar, Asking asking) {
        List<HttpObservation> hops = new ArrayList<>();
        Set<Visited> seen = new HashSet<>();
        Step step = new Step(WebAddress.plain(start), jar, null);
        while (step.end == null) {
            boolean known = !seen.add(new Visited(step.uri, step.jar));
            step = known ? new Step(step.uri, step.jar, End.LOOP) : hop(step, hops, asking);
        }
        return new Chain(hops, step.end, step.jar);
    }

    private Step hop(Step step, List<HttpObservation> hops, Asking asking) {
        Map<String, String> cookies = step.jar
                .header(step.uri, clock.instant())
                .map(line -> Map.of("Cookie", line))
                .orElse(Map.of());
        HttpObservation seen = asking.ask(step.uri, cookies);
        hops.add(seen);
        return seen.fold(
                answered -> next(step, answered, hops.size()), none -> new Step(step.uri, step.jar, End.NO_ANSWER));
    }

    private Step next(Step step, Answered answered, int asked) {
        CookieJar jar = step.jar.after(answered, clock.instant());
        if (!answered.isRedirect()) {
            return new Step(step.uri, jar, End.ARRIVED);
        }
        Optional<URI> target = target(answered);
        if (target.isEmpty()) {
            return new Step(step.uri, jar, End.NOWHERE);
        }
        return new Step(target.get(), jar, asked > maxHops ? End.TOO_LONG : null);
    }

    /** Where a redirect leads, resolved against the address that was asked. */
    static Optional<URI> target(Answered answered) {
        return answered.header("Location")
                .filter(text -> !text.isBlank())
                .flatMap(text -> WebAddress.resolve(answered.sent().uri(), text));
    }

    /** Asks one address with those headers. */
    @FunctionalInterface
    interface Asking {
        HttpObservation ask(URI uri, Map<String, String> headers);
    }

    private record Visited(URI uri, CookieJar jar) {}

    private record Step(URI uri, CookieJar jar, End end) {}
}
