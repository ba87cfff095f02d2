package cutover.probe.port;

import cutover.patience.Durations;
import cutover.probe.port.PortObservation.Closed;
import cutover.probe.port.PortObservation.Filtered;
import cutover.probe.port.PortObservation.Filtered.How;
import cutover.probe.port.PortObservation.Open;
import cutover.probe.port.PortObservation.OwnTrouble;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One knock at one door. */
final class Attempt {

    private static final int GREETING_BYTES = 256;

    private final InetSocketAddress address;
    private final PortSettings settings;
    private final Line line;
    private final Instant at;

    Attempt(InetSocketAddress address, PortSettings settings, Line line) {
        this.address = address;
        this.settings = settings;
        this.line = line;
        this.at = settings.clock().instant();
    }

    PortObservation made() {
        try (Socket socket = new Socket()) {
            line.connect(socket, address, (int) settings.timeout().toMillis());
            Duration took = took();
            return new Open(address, at, took, greeting(socket));
        } catch (IOException e) {
            return failed(e);
        }
    }

    OwnTrouble notMade(String why) {
        return new OwnTrouble(address, at, took(), why);
    }

    private Optional<String> greeting(Socket socket) {
        try {
            socket.setSoTimeout((int) Math.min(settings.greeting().toMillis(), Integer.MAX_VALUE));
            byte[] bytes = new byte[GREETING_BYTES];
            int length = socket.getInputStream().read(bytes);
            return length > 0 ? Optional.of(Told.of(bytes, length)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private PortObservation failed(IOException e) {
        if (e instanceof SocketTimeoutException || timedOutInTheSystem(e)) {
            return new Filtered(
                    address, at, took(), How.SILENCE, "no answer within " + Durations.told(settings.timeout()));
        }
        if (e instanceof ConnectException) {
            return new Closed(address, at, took());
        }
        if (!line.leadsTo(address)) {
            return notMade(noWay(e));
        }
        return byIcmp(e)
                ? new Filtered(address, at, took(), How.ICMP, "the network answered for it: " + text(e))
                : notMade(text(e));
    }

    // the system may give up before we do, with the exception that otherwise means a refusal
    private static boolean timedOutInTheSystem(IOException e) {
        return e instanceof ConnectException && text(e).contains("timed out");
    }

    // Linux turns ICMP codes into these errors: EHOSTUNREACH, ENETUNREACH and, for ICMPv6, EACCES
    private static boolean byIcmp(IOException e) {
        return e instanceof NoRouteToHostException
                || text(e).contains("unreachable")
                || e instanceof BindException && text(e).contains("Permission denied");
    }

    private String noWay(IOException e) {
        return (address.getAddress() instanceof Inet6Address ? "no IPv6 way there: " : "no way there: ") + text(e);
    }

    private static String text(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Duration took() {
        return Duration.between(at, settings.clock().instant());
    }
}
