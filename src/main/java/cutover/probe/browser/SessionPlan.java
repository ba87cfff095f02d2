package cutover.probe.browser;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every session of one environment has in common.
 *
 * @param pins where named hosts really are; with pins, no proxy is used, because a proxy would resolve names itself
 * @param onlyPinned true fences the browser in: any other host does not resolve
 * @param trustedSpki base64 of the SHA-256 of a public key (RFC 7469, section 2.4) in the chains, as they are sent, to
 *     be trusted besides the usual ones, several with commas between; for such chains the browser checks nothing else, not
 *     even the name
 * @param agentSuffix appended, after a blank, to the browser's own user agent; may be empty
 * @param unreachable hosts that do not resolve for the browser; behind a proxy, which resolves names itself, this does not
 *     hold
 */
public record SessionPlan(
        List<PinRule> pins,
        boolean onlyPinned,
        Optional<String> trustedSpki,
        String agentSuffix,
        Set<String> unreachable) {

    public SessionPlan {
        pins = List.copyOf(pins);
        unreachable = Set.copyOf(unreachable);
        unreachable.stream().filter(host -> !host.matches("[A-Za-z0-9.-]+")).forEach(host -> {
            // a comma or a blank would start a rule of its own
            throw new IllegalArgumentException("no name of a host: '" + host + "'");
        });
        if (agentSuffix.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a user agent is printable ASCII: '" + agentSuffix + "'");
        }
    }

    /** A plan that closes no host off by name. */
    public SessionPlan(List<PinRule> pins, boolean onlyPinned, Optional<String> trustedSpki, String agentSuffix) {
        this(pins, onlyPinned, trustedSpki, agentSuffix, Set.of());
    }

    /** A browser that goes where its names lead, as anybody's. */
    public static SessionPlan plain() {
        return new SessionPlan(List.of(), false, Optional.empty(), "");
    }
}
