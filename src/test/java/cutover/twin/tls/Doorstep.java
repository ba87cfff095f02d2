package cutover.twin.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cutover.probe.tls.Anchors;
import cutover.probe.tls.ChainVerdict;
import cutover.probe.tls.Shaken;
import cutover.probe.tls.TlsProbe;
import cutover.probe.tls.TlsSettings;
import cutover.twin.clockwork.Later;
import cutover.twin.front.Door;
import cutover.twin.front.House;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** One door of the twin, looked at from outside by the probe. */
public final class Doorstep implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Reply HELLO =
            Reply.now(new WebResponse(200, List.of(), "<title>hello</title>".getBytes(US_ASCII))
                    .with("Content-Type", "text/html"));

    private final Clock clock = Clock.systemUTC();
    private final Authority authority = new Authority(clock, new SplittableRandom(1));
    private final Later later = new Later();
    private final House house = new House(later);
    private final Door door = house.https(authority.identity(List.of("localhost")), asked -> HELLO);
    private final TlsProbe probe = new TlsProbe(new TlsSettings(anchors(), PATIENCE, PATIENCE, clock));

    public Doorstep() {
        house.open();
    }

    public Authority authority() {
        return authority;
    }

    public Door door() {
        return door;
    }

    public TlsProbe probe() {
        return probe;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port());
    }

    Draft usual(String name) {
        return authority.certificate(List.of(name));
    }

    public void show(Identity identity) {
        door.show(identity);
    }

    Shaken shaken(Identity identity) {
        show(identity);
        return shaken("localhost");
    }

    public Shaken shaken(String name) {
        return probe.look(name, address()).fold(shaken -> shaken, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    ChainVerdict verdict(String name) {
        return probe.verdict(shaken(name));
    }

    public Socket dialled() throws IOException {
        Socket socket = new Socket(address().getAddress(), address().getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** All that the door says to these bytes, after which nothing comes. */
    public byte[] said(byte[] hello) throws IOException {
        try (Socket socket = dialled()) {
            socket.getOutputStream().write(hello);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        }
    }

    private Anchors anchors() {
        try {
            return Anchors.of(List.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(authority.pem().getBytes(US_ASCII)))));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        house.close();
        later.close();
    }
}
