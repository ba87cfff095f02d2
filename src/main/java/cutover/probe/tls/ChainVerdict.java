package cutover.probe.tls;

import cutover.probe.tls.ChainProblem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a strict client makes of a chain: one that has the trust anchors, the certificates that were sent, and nothing
 * else. It fetches no missing issuer (AIA) and remembers none. Revocation is no part of it. A pure function of its input.
 *
 * @param name for which the connection was made
 * @param at the instant for which it holds
 * @param path certificates that were used, the server's own first, without an anchor that was not sent
 * @param problems all that is wrong with the chain, the gravest first; the name is no part of them
 * @param coveredBy the entry of the server's own certificate that covers the name (RFC 9525, 6); empty when none does
 */
public record ChainVerdict(
        String name, Instant at, List<SentCertificate> path, List<ChainProblem> problems, Optional<String> coveredBy) {

    public ChainVerdict {
        path = List.copyOf(path);
        problems = List.copyOf(problems);
    }

    /**
     * @param sent the chain as it came, the server's own certificate first
     * @throws IllegalArgumentException for an empty chain, or for a name that is none
     */
    public static ChainVerdict of(String name, List<SentCertificate> sent, Anchors anchors, Instant at) {
        if (sent.isEmpty()) {
            throw new IllegalArgumentException("there is no verdict on a chain without certificates");
        }
        // of several ways clients take the one that leads to trust
        return TrustPath.all(sent, anchors).stream()
                .map(path -> new ChainVerdict(
                        name,
                        at,
                        path.certificates(),
                        Flaws.of(path, sent, anchors, at),
                        NameRule.covering(sent.get(0), name)))
                .min(Comparator.comparingLong(ChainVerdict::graves))
                .orElseThrow();
    }

    private long graves() {
        return problems.stream().filter(problem -> problem.kind().grave()).count();
    }

    /** True when no problem is one for which clients refuse. */
    public boolean trusted() {
        return graves() == 0;
    }

    /** True when the certificate covers the name. */
    public boolean covers() {
        return coveredBy.isPresent();
    }

    public boolean has(Kind kind) {
        return problems.stream().anyMatch(problem -> problem.kind() == kind);
    }

    /** The last instant at which every certificate of the path is valid. */
    public Instant until() {
        return path.stream()
                .map(SentCertificate::notAfter)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whole days of 24 hours from the instant of the verdict to {@link #until()}, rounded down; negative when over. */
    public long daysLeft() {
        return Math.floorDiv(
                Duration.between(at, until()).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
