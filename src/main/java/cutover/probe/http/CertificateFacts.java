package cutover.probe.http;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The certificate of the server itself, the leaf of its chain.
 *
 * @param subject distinguished name, RFC 2253
 * @param names DNS names and IP addresses that it covers (subject alternative names)
 * @param issuer distinguished name, RFC 2253
 */
public record CertificateFacts(String subject, List<String> names, String issuer, Instant notBefore, Instant notAfter) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    public CertificateFacts {
        names = List.copyOf(names);
    }

    /** Reads the facts; unreadable alternative names count as none. */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                certificate.getSubjectX500Principal().getName(),
                alternativeNames(certificate),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static List<String> alternativeNames(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            for (List<?> entry : entries == null ? List.<List<?>>of() : entries) {
                if (entry.get(0).equals(DNS_NAME) || entry.get(0).equals(IP_ADDRESS)) {
                    names.add(String.valueOf(entry.get(1)));
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return names;
    }

    /** "CN=www.example.org for www.example.org, example.org, issued by CN=R3, until 2026-12-01T00:00:00Z". */
    public String told() {
        return "%s for %s, issued by %s, until %s"
                .formatted(subject, names.isEmpty() ? "no name" : String.join(", ", names), issuer, notAfter);
    }
}
