package cutover.probe.tls;

import cutover.patience.Durations;
import cutover.probe.tls.Refused.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from an exception, and from the first bytes that came, what kept a handshake away. */
final class Refusals {

    // the JDK hands an alert out in words only; it also ends the handshake on a warning
    private static final Pattern ALERT = Pattern.compile("(?:fatal alert|handshake warning): (\\w+)");
    private static final int EXCERPT = 60;

    private Refusals() {}

    static Refused withoutConnection(Attempt attempt, IOException e) {
        if (e instanceof SocketTimeoutException || text(e).contains("timed out")) {
            String within = Durations.told(attempt.settings().connect());
            return attempt.refused(Kind.CONNECT_TIMED_OUT, " did not take the connection within " + within);
        }
        return e instanceof ConnectException && !text(e).contains("unreachable")
                ? attempt.refused(Kind.PORT_CLOSED, " refused the connection")
                : attempt.refused(Kind.UNREACHABLE, " can't be reached from here: " + text(e));
    }

    static Refused during(Attempt attempt, Tap tap, IOException e) {
        byte[] head = tap.head();
        if (caused(e, Tap.TooMuch.class)) {
            return attempt.refused(Kind.UNFINISHED, " sent more than any handshake needs, and did not end it");
        }
        if (head.length > 0 && !isTls(head)) {
            return notTls(attempt, head);
        }
        Optional<String> alert = alert(e);
        if (alert.isPresent()) {
            return attempt.alerted(alert.get());
        }
        if (head.length == 0 && text(e).startsWith("No appropriate protocol")) {
            return attempt.refused(Kind.OWN_TROUBLE, " was not asked, this JVM forbids it: " + text(e));
        }
        if (text(e).contains("selected protocol version")) {
            return attempt.refused(Kind.OTHER_VERSION, " speaks other versions of TLS only: " + text(e));
        }
        return caused(e, EOFException.class) || caused(e, SocketException.class)
                ? attempt.refused(Kind.CLOSED_EARLY, " hung up during the handshake and gave no reason")
                : attempt.refused(Kind.INCOMPATIBLE, " speaks TLS in a way that is not accepted here: " + text(e));
    }

    private static Refused notTls(Attempt attempt, byte[] head) {
        String said = excerpt(head);
        String low = said.toLowerCase(Locale.ROOT);
        return low.startsWith("http/") || low.startsWith("<!doctype html") || low.startsWith("<html")
                ? attempt.refused(Kind.PLAIN_HTTP, " speaks HTTP without TLS, it answered \"" + said + "\"")
                : attempt.refused(Kind.NOT_TLS, " does not speak TLS, it answered \"" + said + "\"");
    }

    /** Content type and major version of a record (RFC 8446, 5.1), as far as they came. */
    private static boolean isTls(byte[] head) {
        return head[0] >= 20 && head[0] <= 23 && (head.length == 1 || head[1] == 3);
    }

    private static String excerpt(byte[] head) {
        String line = new String(head, StandardCharsets.ISO_8859_1).split("[\r\n]", 2)[0];
        String printable = line.replaceAll("[^ -~]", ".");
        return printable.length() > EXCERPT ? printable.substring(0, EXCERPT) + "…" : printable;
    }

    private static Optional<String> alert(IOException e) {
        Matcher found = ALERT.matcher(text(e));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String text(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
