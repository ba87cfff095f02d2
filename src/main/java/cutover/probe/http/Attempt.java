package cutover.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** What is known so far about an exchange that is under way; written by the thread that speaks, read by the one that waits. */
final class Attempt {

    private final Sent sent;
    private final Clock clock;
    private final Instant start;
    private volatile InetSocketAddress peer;
    private volatile TlsFacts tls;
    private volatile Duration firstByte;
    private volatile int status;
    private volatile String version = "HTTP/1.1";

    Attempt(Sent sent, Clock clock) {
        this.sent = sent;
        this.clock = clock;
        this.start = clock.instant();
    }

    Sent sent() {
        return sent;
    }

    void connected(SocketAddress address) {
        if (address instanceof InetSocketAddress internet) {
            peer = internet;
        }
    }

    void shaken(SSLSession session) throws IOException {
        tls = TlsFacts.of(session);
    }

    void head(int number) {
        firstByte = elapsed();
        status = number;
    }

    void spoke(String spoken) {
        version = spoken;
    }

    Optional<InetSocketAddress> peer() {
        return Optional.ofNullable(peer);
    }

    Answered answered(String reason, List<Header> headers, Body body) {
        return new Answered(
                sent,
                status,
                version,
                reason,
                headers,
                body,
                peer,
                Optional.ofNullable(tls),
                start,
                firstByte,
                elapsed());
    }

    NoAnswer noAnswer(NoAnswer.Kind kind, String detail) {
        Optional<CertificateFacts> shown = Optional.ofNullable(tls).map(TlsFacts::certificate);
        return new NoAnswer(sent, kind, detail, peer(), shown, start, elapsed());
    }

    /** How far it came, for the text of a time-out. */
    String reached() {
        if (firstByte != null) {
            return "the head (%d) came after %d ms, the body did not end".formatted(status, firstByte.toMillis());
        }
        return peer == null ? "no connection" : "connected to " + Addresses.told(peer) + ", no head of an answer";
    }

    private Duration elapsed() {
        return Duration.between(start, clock.instant());
    }
}
