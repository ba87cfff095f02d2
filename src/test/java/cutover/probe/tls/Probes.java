package cutover.probe.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.SNIServerName;

/** Probes for tests, and what they see. */
final class Probes {

    static final String NAME = "www.example.org";
    static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private Probes() {}

    static TlsProbe probe(Anchors anchors) {
        return probe(anchors, Duration.ofSeconds(30));
    }

    static TlsProbe probe(Anchors anchors, Duration handshake) {
        return new TlsProbe(settings(anchors, handshake));
    }

    static TlsSettings settings(Anchors anchors, Duration handshake) {
        return new TlsSettings(anchors, Duration.ofSeconds(30), handshake, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static Shaken shaken(TlsObservation seen) {
        return seen.fold(shaken -> shaken, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    static Refused refused(TlsObservation seen) {
        return seen.fold(
                shaken -> {
                    throw new AssertionError(shaken.toString());
                },
                refused -> refused);
    }

    static String text(SNIServerName name) {
        return new String(name.getEncoded(), StandardCharsets.US_ASCII);
    }

    static BigInteger sha256(Issued issued) {
        try {
            return new BigInteger(
                    1,
                    MessageDigest.getInstance("SHA-256")
                            .digest(issued.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
