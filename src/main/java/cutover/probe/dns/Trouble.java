package cutover.probe.dns;

import cutover.probe.dns.Silent.Kind;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/** Tells what an exception of a socket says about the network. */
final class Trouble {

    private Trouble() {}

    static Kind kind(Exception trouble) {
        String text = detail(trouble).toLowerCase(Locale.ROOT);
        if (trouble instanceof PortUnreachableException) {
            return Kind.REFUSED_CONNECTION;
        }
        // a firewall of our own does not permit it
        if (trouble instanceof ClosedByInterruptException || text.contains("not permitted")) {
            return Kind.NOT_ASKED;
        }
        if (trouble instanceof NoRouteToHostException || text.contains("unreachable") || text.contains("no route")) {
            return Kind.UNREACHABLE;
        }
        if (text.contains("timed out")) {
            return Kind.TIMED_OUT;
        }
        boolean reset = trouble instanceof EOFException || !(trouble instanceof ConnectException);
        return reset ? Kind.CLOSED : Kind.REFUSED_CONNECTION;
    }

    /** No packet has left for an answer yet, unless somebody refuses at once. */
    static Kind kindAtOpening(Exception trouble) {
        return kind(trouble) == Kind.REFUSED_CONNECTION ? Kind.REFUSED_CONNECTION : Kind.NOT_ASKED;
    }

    /** Never empty. */
    static String detail(Exception trouble) {
        if (trouble instanceof PortUnreachableException) {
            return "nothing listens at that port";
        }
        boolean mute = trouble.getMessage() == null || trouble.getMessage().isBlank();
        return mute ? trouble.getClass().getSimpleName() : trouble.getMessage().strip();
    }

    /** False when the system made trouble about it; it has the socket back all the same. */
    static boolean closed(Closeable socket) {
        try {
            socket.close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
