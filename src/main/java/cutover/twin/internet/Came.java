package cutover.twin.internet;

import cutover.twin.web.WebResponse;
import java.util.function.Function;

/** What came back. */
public sealed interface Came {

    <T> T fold(Function<Answer, T> answer, Function<Nothing, T> nothing);

    /** A whole answer. */
    record Answer(WebResponse response) implements Came {
        @Override
        public <T> T fold(Function<Answer, T> answer, Function<Nothing, T> nothing) {
            return answer.apply(this);
        }
    }

    /** No answer, and why. */
    record Nothing(Reason reason, String detail) implements Came {
        @Override
        public <T> T fold(Function<Answer, T> answer, Function<Nothing, T> nothing) {
            return nothing.apply(this);
        }
    }

    /** Why no answer came, as far as a client can tell. */
    enum Reason {
        /** no host of that name */
        UNKNOWN_HOST,
        /** nothing listens, or the connection broke */
        NO_CONNECTION,
        /** no whole answer in time */
        TIMEOUT,
        /** the handshake failed for a reason that is not the certificate's */
        TLS_HANDSHAKE,
        /** the certificate is another name's */
        CERTIFICATE_NAME,
        /** the certificate is not valid now */
        CERTIFICATE_EXPIRED,
        /** no path from the certificate to a root that is trusted */
        CERTIFICATE_PATH
    }
}
