package cutover.probe.tls;

import static cutover.probe.tls.Probes.NAME;
import static cutover.probe.tls.Probes.probe;
import static cutover.probe.tls.Probes.shaken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.tls.ChainProblem.Kind;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIServerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsProbeTest {

    private final Issued root = Issued.root("CN=Root");
    private final Issued middle = root.issues(Recipe.authority("CN=Middle"));
    private final TlsProbe probe = probe(Issued.anchors(root));

    @Test
    void theChainIsToldAsItWasSent() throws Exception {
        Issued leaf = middle.issues(Recipe.server(NAME, "*.example.org", "192.0.2.7")
                .serial(0xCAFEL)
                .ocsp("http://ocsp.example.net")
                .issuerAt("http://ca.example.net/middle.cer")
                .mustStaple());
        try (Peer peer = TlsServers.showing(leaf, middle)) {
            Shaken seen = shaken(probe.look(NAME, peer.address()));
            assertThat(seen.chain()).isEqualTo(Issued.sent(leaf, middle));
            SentCertificate own = seen.own();
            assertThat(own.subject()).isEqualTo("CN=www.example.org");
            assertThat(own.issuer()).isEqualTo("CN=Middle");
            assertThat(own.serial()).isEqualTo("cafe");
            assertThat(own.names()).containsExactly(NAME, "*.example.org", "192.0.2.7");
            assertThat(own.notBefore()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(own.notAfter()).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(own.keyAlgorithm()).isEqualTo("EC");
            assertThat(own.keyBits()).isEqualTo(256);
            assertThat(own.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
            assertThat(own.selfSigned()).isFalse();
            assertThat(new BigInteger(own.fingerprint(), 16)).isEqualTo(Probes.sha256(leaf));
            assertThat(own.ocspUrls()).containsExactly("http://ocsp.example.net");
            assertThat(own.issuerUrls()).containsExactly("http://ca.example.net/middle.cer");
            assertThat(own.mustStaple()).isTrue();
            assertThat(seen.staple()).isEqualTo(new Staple.None());
            assertThat(probe.verdict(seen).problems()).isEmpty();
        }
    }

    @Test
    void theHandshakeTellsPeerNameTimesAndProtocol() throws Exception {
        try (Peer peer = TlsServers.showing(middle.issues(Recipe.server(NAME)), middle)) {
            Shaken seen = shaken(probe.look(NAME, peer.address()));
            assertThat(seen.name()).isEqualTo(NAME);
            assertThat(seen.address()).isEqualTo(peer.address());
            assertThat(seen.at()).isEqualTo(Probes.NOON);
            assertThat(seen.took()).isEqualTo(Duration.ZERO);
            assertThat(seen.protocol()).isEqualTo("TLSv1.3");
            assertThat(seen.cipher()).startsWith("TLS_");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void aServerOfOneVersionIsSpokenToInIt(String version) throws Exception {
        try (Peer peer = TlsServers.speaking(version, middle.issues(Recipe.server(NAME)), middle)) {
            assertThat(shaken(probe.look(NAME, peer.address())).protocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.org, www.example.org",
        "bücher.example.org, xn--bcher-kva.example.org",
        "localhost, localhost"
    })
    void theNameIsIndicated(String name, String indicated) throws Exception {
        assertThat(asked(name)).extracting(Probes::text).containsExactly(indicated);
    }

    @Test
    void anAddressIsNotIndicated() throws Exception {
        assertThat(asked("127.0.0.1")).isEmpty();
    }

    private List<SNIServerName> asked(String name) throws Exception {
        BlockingQueue<List<SNIServerName>> names = new LinkedBlockingQueue<>();
        try (Peer peer = TlsServers.listening(names::add, middle.issues(Recipe.server(name.replace('ü', 'u'))))) {
            probe.look(name, peer.address());
            return names.poll(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void certificatesThatNobodyAcceptsAreSeenAllTheSame() throws Exception {
        Issued weak = middle.issues(Recipe.server("other.example.net")
                .keys(Recipe.keys("RSA", 1024))
                .signedWith("SHA1withECDSA")
                .between("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"));
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            try (Peer peer = TlsServers.speaking(version, weak)) {
                Shaken seen = shaken(probe.look(NAME, peer.address()));
                assertThat(seen.chain()).isEqualTo(Issued.sent(weak));
                assertThat(seen.own().keyBits()).isEqualTo(1024);
                ChainVerdict verdict = probe.verdict(seen);
                assertThat(verdict.problems())
                        .extracting(ChainProblem::kind)
                        .containsExactly(Kind.INCOMPLETE, Kind.EXPIRED, Kind.WEAK_KEY, Kind.WEAK_SIGNATURE);
                assertThat(verdict.covers()).isFalse();
            }
        }
    }

    @Test
    void aChainOutOfOrderIsSeenOutOfOrder() throws Exception {
        Issued lower = middle.issues(Recipe.authority("CN=Lower"));
        Issued leaf = lower.issues(Recipe.server(NAME).keys(Recipe.keys("RSA", 2048)));
        try (Peer peer = TlsServers.showing(leaf, root, middle, lower)) {
            Shaken seen = shaken(probe.look(NAME, peer.address()));
            assertThat(seen.chain()).isEqualTo(Issued.sent(leaf, root, middle, lower));
            assertThat(seen.own().keyAlgorithm()).isEqualTo("RSA");
            assertThat(probe.verdict(seen).has(Kind.WRONG_ORDER)).isTrue();
            assertThat(probe.verdict(seen).trusted()).isTrue();
        }
    }

    @Test
    void aCertificateThatWasReplacedIsSeenAtOnce() throws Exception {
        Issued first = middle.issues(Recipe.server(NAME));
        Issued second = middle.issues(Recipe.server(NAME));
        InetSocketAddress address;
        try (Peer peer = TlsServers.showing(first)) {
            address = peer.address();
            assertThat(shaken(probe.look(NAME, address)).own()).isEqualTo(first.shown());
        }
        try (Peer peer = TlsServers.showing(second)) {
            assertThat(shaken(probe.look(NAME, peer.address())).own()).isEqualTo(second.shown());
        }
    }

    @Test
    void onlyNamesAndAddressesAreAsked() {
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved(NAME, 443);
        InetSocketAddress door = new InetSocketAddress("127.0.0.1", 443);
        assertThatThrownBy(() -> probe.look(NAME, unresolved)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> probe.look("", door)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> probe.look("no name", door)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TlsSettings(
                        null, Duration.ZERO, Duration.ofSeconds(1), Clock.fixed(Probes.NOON, ZoneOffset.UTC)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVerdictHoldsForTheInstantOfTheClock() throws Exception {
        try (Peer peer = TlsServers.showing(middle.issues(Recipe.server(NAME)), middle)) {
            ChainVerdict verdict = probe.verdict(shaken(probe.look(NAME, peer.address())));
            assertThat(verdict.at()).isEqualTo(Probes.NOON);
            assertThat(verdict.until()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        }
    }
}
