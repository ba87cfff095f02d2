package cutover.probe.http;

import cutover.probe.http.NoAnswer.Kind;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Tells what an exception of the network stack says about the network. */
final class Failures {

    // the first that fits the exception or one of its causes wins
    private static final List<Map.Entry<Class<? extends Throwable>, Kind>> KINDS = List.of(
            Map.entry(UnknownHostException.class, Kind.NAME_UNKNOWN),
            Map.entry(SSLPeerUnverifiedException.class, Kind.TLS_NAME_MISMATCH),
            Map.entry(GeneralSecurityException.class, Kind.TLS_UNTRUSTED),
            Map.entry(SSLException.class, Kind.TLS_OTHER),
            Map.entry(InterruptedIOException.class, Kind.TIMED_OUT),
            Map.entry(NoRouteToHostException.class, Kind.UNREACHABLE),
            Map.entry(ConnectException.class, Kind.REFUSED),
            Map.entry(NoHttpResponseException.class, Kind.CLOSED_EARLY),
            Map.entry(org.apache.http.NoHttpResponseException.class, Kind.CLOSED_EARLY),
            Map.entry(ConnectionClosedException.class, Kind.CLOSED_EARLY),
            Map.entry(org.apache.http.ConnectionClosedException.class, Kind.CLOSED_EARLY),
            Map.entry(SocketException.class, Kind.CLOSED_EARLY),
            Map.entry(HttpException.class, Kind.MALFORMED),
            Map.entry(org.apache.http.HttpException.class, Kind.MALFORMED));

    private Failures() {}

    static Kind kind(Throwable failure) {
        for (Map.Entry<Class<? extends Throwable>, Kind> entry : KINDS) {
            Optional<Throwable> found = inChain(failure, entry.getKey());
            if (found.isPresent()) {
                return refine(entry.getValue(), found.get());
            }
        }
        return Kind.MALFORMED;
    }

    /** The innermost message, which names the cause; never empty. */
    static String detail(Throwable failure) {
        Throwable deepest = failure;
        String text = text(failure);
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
            text = deepest.getMessage() == null ? text : text(deepest);
        }
        return text;
    }

    private static String text(Throwable failure) {
        boolean silent = failure.getMessage() == null || failure.getMessage().isBlank();
        return silent
                ? failure.getClass().getSimpleName()
                : failure.getMessage().strip();
    }

    // the JDK throws ConnectException for "Network is unreachable" as well as for "Connection refused"
    private static Kind refine(Kind kind, Throwable failure) {
        String text = detail(failure);
        return kind == Kind.REFUSED && text.contains("unreachable") ? Kind.UNREACHABLE : kind;
    }

    private static Optional<Throwable> inChain(Throwable failure, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }
}
