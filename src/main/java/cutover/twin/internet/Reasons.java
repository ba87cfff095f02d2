package cutover.twin.internet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Reads from an exception what a host did. */
final class Reasons {

    private Reasons() {}

    static Came.Nothing of(IOException failure) {
        return new Came.Nothing(reason(failure), String.valueOf(failure.getMessage()));
    }

    private static Came.Reason reason(IOException failure) {
        if (failure instanceof InterruptedIOException || failure instanceof ConnectTimeoutException) {
            return Came.Reason.TIMEOUT;
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return Came.Reason.CERTIFICATE_NAME;
        }
        return failure instanceof SSLException ? handshake(failure) : Came.Reason.NO_CONNECTION;
    }

    private static Came.Reason handshake(IOException failure) {
        if (anyCause(failure, CertificateExpiredException.class, CertificateNotYetValidException.class)) {
            return Came.Reason.CERTIFICATE_EXPIRED;
        }
        return anyCause(failure, CertificateException.class, CertPathValidatorException.class)
                ? Came.Reason.CERTIFICATE_PATH
                : Came.Reason.TLS_HANDSHAKE;
    }

    private static boolean anyCause(Throwable failure, Class<?>... kinds) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(cause)));
    }
}
