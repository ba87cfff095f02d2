package cutover.probe.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way from the server's own certificate upwards, over certificates that were sent.
 *
 * @param certificates the server's own first; as far as the way goes
 * @param anchor what it ends at; empty when it does not lead to trust
 */
record TrustPath(List<SentCertificate> certificates, Optional<X509Certificate> anchor) {

    // cross-signed authorities make several ways; a malicious chain could make very many
    private static final int MOST = 64;

    TrustPath {
        certificates = List.copyOf(certificates);
    }

    /** All ways, those over fewer sent certificates first at each fork. */
    static List<TrustPath> all(List<SentCertificate> sent, Anchors anchors) {
        List<TrustPath> found = new ArrayList<>();
        extend(List.of(sent.get(0)), sent, anchors, found);
        return found;
    }

    private static void extend(
            List<SentCertificate> way, List<SentCertificate> sent, Anchors anchors, List<TrustPath> found) {
        X509Certificate last = way.get(way.size() - 1).x509();
        Optional<X509Certificate> anchor = anchors.hold(last) ? Optional.of(last) : anchors.issuerOf(last);
        List<SentCertificate> issuers = anchor.isPresent()
                ? List.of()
                : sent.stream()
                        .distinct()
                        .filter(each -> !way.contains(each) && Signed.by(each.x509(), last))
                        .toList();
        if (issuers.isEmpty()) {
            found.add(new TrustPath(way, anchor));
        }
        for (SentCertificate issuer : issuers) {
            if (found.size() < MOST) {
                List<SentCertificate> longer = new ArrayList<>(way);
                longer.add(issuer);
                extend(longer, sent, anchors, found);
            }
        }
    }

    /** The certificate at which it ends. */
    SentCertificate last() {
        return certificates.get(certificates.size() - 1);
    }
}
