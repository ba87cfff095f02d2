package cutover.probe.http;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request and the redirects after it.
 *
 * @param hops at least one; each in the order asked
 * @param end why it went no further
 * @param jar the cookies after the last hop
 */
public record Chain(List<HttpObservation> hops, End end, CookieJar jar) {

    /** Why a chain went no further. */
    public enum End {
        /** An answer came that is no redirect. */
        ARRIVED,
        /** A hop leads to an address already visited with the same cookies. */
        LOOP,
        /** Still a redirect after the most hops that were to be followed. */
        TOO_LONG,
        /** A redirect without a Location, or with one that is not an http or https address. */
        NOWHERE,
        /** The last hop gave no answer. */
        NO_ANSWER
    }

    public Chain {
        hops = List.copyOf(hops);
        if (hops.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one hop");
        }
    }

    public HttpObservation first() {
        return hops.get(0);
    }

    public HttpObservation last() {
        return hops.get(hops.size() - 1);
    }

    /** One line per hop: number, what was asked, what came. */
    public String told() {
        return hops.stream().map(Exchanges::line).collect(Collectors.joining("\n"))
                + (end == End.ARRIVED ? "" : "\n(" + end + ")");
    }
}
