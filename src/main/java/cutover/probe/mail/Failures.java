package cutover.probe.mail;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Failures of the mail library as sentences. */
final class Failures {

    private static final int DEEP = 20;

    private Failures() {}

    /** What happened, with the certificate's fault first if there is one; never empty. */
    static String told(Throwable failure, String host) {
        return expired(failure)
                .or(() -> find(failure, CertificateNotYetValidException.class)
                        .map(e -> "its certificate is not valid yet: " + e.getMessage()))
                .or(() -> untrusted(failure))
                .or(() -> find(failure, CertificateException.class)
                        .map(e -> "its certificate does not cover " + host + ": " + e.getMessage()))
                .or(() -> find(failure, SSLException.class).map(e -> "the TLS handshake failed: " + e.getMessage()))
                .orElseGet(() -> said(failure));
    }

    /** The library's own words, or those of what it met. */
    static String said(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String text = cause.getMessage() == null ? failure.getMessage() : cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }

    private static Optional<String> expired(Throwable failure) {
        return find(failure, CertificateExpiredException.class)
                .map(e -> find(failure, CertPathValidatorException.class)
                        .flatMap(Failures::faulty)
                        .map(one -> "its certificate expired on "
                                + one.getNotAfter().toInstant() + " (" + one.getSubjectX500Principal() + ")")
                        .orElse("its certificate has expired: " + e.getMessage()));
    }

    private static Optional<String> untrusted(Throwable failure) {
        return find(failure, CertPathBuilderException.class)
                .<Throwable>map(e -> e)
                .or(() -> find(failure, CertPathValidatorException.class))
                .map(e -> "its certificate is not trusted: " + e.getMessage());
    }

    /** The certificate of the chain at which its validation ended. */
    private static Optional<X509Certificate> faulty(CertPathValidatorException failure) {
        List<? extends Certificate> chain = failure.getCertPath() == null
                ? List.of()
                : failure.getCertPath().getCertificates();
        return failure.getIndex() >= 0
                        && failure.getIndex() < chain.size()
                        && chain.get(failure.getIndex()) instanceof X509Certificate one
                ? Optional.of(one)
                : Optional.empty();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEP; depth++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
