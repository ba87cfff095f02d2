package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static cutover.probe.http.Probes.none;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.TestAuthority;
import cutover.probe.http.NoAnswer.Kind;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static final URI SITE = URI.create("https://www.example.org/a?next=/b%20c&x=%7B1%7D");
    private static final Function<String, RawServer.Talk> OK = request ->
            RawServer.text("HTTP/1.1 302 Found\r\nLocation: /next\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2; Secure", "ok");

    private final TestAuthority authority = new TestAuthority();

    @Test
    void aPinnedNameKeepsHostAndCertificate() throws Exception {
        try (RawServer server = RawServer.secured(authority.server("www.example.org", "example.org"), OK);
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            Answered seen = answered(probe.get(SITE));
            assertThat(server.asked().get(0)).contains("Host: www.example.org\n");
            assertThat(seen.peer()).isEqualTo(server.address());
            TlsFacts tls = seen.tls().orElseThrow();
            assertThat(tls.protocol()).isEqualTo("TLSv1.3");
            assertThat(tls.certificate().names()).containsExactly("www.example.org", "example.org");
            assertThat(tls.certificate().issuer()).isEqualTo("CN=Test Authority");
        }
    }

    @Test
    void aFormPostIsPinnedToo() throws Exception {
        try (RawServer server = RawServer.secured(authority.server("www.example.org"), OK);
                HttpProbe probe = Probes.pinned(server, authority.trust());
                Visit visit = probe.visit()) {
            visit.get(SITE);
            Answered seen = answered(visit.post(SITE, Map.of("login", "a b+c@d.é&=", "empty", ""), SITE));
            assertThat(seen.status()).isEqualTo(302);
            assertThat(seen.headers("Set-Cookie")).containsExactly("a=1", "b=2; Secure");
            assertThat(seen.peer()).isEqualTo(server.address());
            assertThat(seen.tls().orElseThrow().certificate().names()).containsExactly("www.example.org");
            assertThat(server.asked()).hasSize(2);
            String asked = server.asked().get(1);
            assertThat(asked.lines())
                    .contains(
                            "POST /a?next=/b%20c&x=%7B1%7D HTTP/1.1",
                            "Host: www.example.org",
                            "Cookie: a=1; b=2",
                            "Referer: " + SITE,
                            "User-Agent: cutover-test",
                            "Accept: */*",
                            "Content-Type: application/x-www-form-urlencoded");
            assertThat(asked.lines().reduce((one, two) -> two).orElseThrow().split("&"))
                    .containsExactlyInAnyOrder("login=a+b%2Bc%40d.%C3%A9%26%3D", "empty=");
            assertThat(seen.sent().about()).doesNotContain("c@d");
        }
    }

    @Test
    void anotherNameInTheCertificateIsAMismatchThatShowsIt() throws Exception {
        try (RawServer server = RawServer.secured(authority.server("default.example.net"), OK);
                HttpProbe probe = Probes.pinned(server, authority.trust());
                Visit visit = probe.visit()) {
            for (HttpObservation seen : new HttpObservation[] {probe.get(SITE), visit.post(SITE, Map.of(), null)}) {
                NoAnswer none = none(seen);
                assertThat(none.kind()).isEqualTo(Kind.TLS_NAME_MISMATCH);
                assertThat(none.certificate().orElseThrow().names()).containsExactly("default.example.net");
                assertThat(none.peer()).contains(server.address());
            }
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void anIssuerThatNobodyKnowsIsUntrustedAndStillShown() throws Exception {
        try (RawServer server = RawServer.secured(authority.server("www.example.org"), OK);
                HttpProbe probe = Probes.pinned(server, new TestAuthority().trust());
                Visit visit = probe.visit()) {
            for (HttpObservation seen : new HttpObservation[] {probe.get(SITE), visit.post(SITE, Map.of(), null)}) {
                NoAnswer none = none(seen);
                assertThat(none.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
                assertThat(none.certificate().orElseThrow().names()).containsExactly("www.example.org");
            }
        }
    }

    @Test
    void anExpiredCertificateIsUntrustedAndSaysSo() throws Exception {
        try (RawServer server = RawServer.secured(authority.expired("www.example.org"), OK);
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            NoAnswer none = none(probe.get(SITE));
            assertThat(none.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
            assertThat(none.detail()).contains("NotAfter: ");
            assertThat(none.certificate().orElseThrow().notAfter()).isEqualTo("2024-01-02T12:00:00Z");
        }
    }

    @Test
    void plainHttpBehindHttpsIsAnotherTlsFailure() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"));
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            assertThat(none(probe.get(SITE)).kind()).isEqualTo(Kind.TLS_OTHER);
        }
    }

    @Test
    void aCertificateThatWasReplacedIsSeenAtOnce() throws Exception {
        javax.net.ssl.SSLContext trust = authority.trust();
        Tls tls = new Tls(trust);
        try (RawServer server = RawServer.secured(authority.server("www.example.org"), OK);
                HttpProbe probe = Probes.pinned(server, trust)) {
            answered(probe.get(SITE));
            tls.forget("www.example.org");
            assertThat(java.util.Collections.list(
                            trust.getClientSessionContext().getIds()))
                    .isEmpty();
        }
    }
}
