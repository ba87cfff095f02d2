package cutover.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.tls.Staple.Response;
import cutover.probe.tls.Staple.Response.Status;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;

class OcspTest {

    private static final Instant THIS = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-04-08T00:00:00Z");

    private final Issued root = Issued.root("CN=Root");
    private final Issued leaf = root.issues(Recipe.server("www.example.org").serial(0xF00DL));
    private final BigInteger serial = leaf.certificate().getSerialNumber();

    @Test
    void goodIsGood() {
        assertThat(read(Responder.says(CertificateStatus.GOOD, root, leaf, THIS, NEXT)))
                .isEqualTo(new Response(Status.GOOD, THIS, Optional.of(NEXT)));
    }

    @Test
    void revokedIsRevoked() {
        CertificateStatus revoked = new RevokedStatus(Date.from(THIS), CRLReason.keyCompromise);
        assertThat(read(Responder.says(revoked, root, leaf, THIS, NEXT)))
                .isEqualTo(new Response(Status.REVOKED, THIS, Optional.of(NEXT)));
    }

    @Test
    void unknownIsUnknown() {
        assertThat(read(Responder.says(new UnknownStatus(), root, leaf, THIS, null)))
                .isEqualTo(new Response(Status.UNKNOWN, THIS, Optional.empty()));
    }

    @Test
    void aResponseAboutAnotherCertificateSaysNothing() {
        Issued other = root.issues(Recipe.server("www.example.org").serial(1));
        assertThat(read(Responder.says(CertificateStatus.GOOD, root, other, THIS, NEXT)))
                .isEqualTo(new Staple.Unreadable("the response is about another certificate"));
    }

    @Test
    void aResponderThatDoesNotKnowSaysSo() throws Exception {
        OCSPResp later = new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null);
        assertThat(read(later.getEncoded())).isEqualTo(new Staple.Unreadable("the responder answered tryLater"));
    }

    @Test
    void nothingIsNone() {
        assertThat(read(new byte[0])).isEqualTo(new Staple.None());
    }

    @Test
    void garbageIsUnreadable() {
        assertThat(read("HTTP/1.1 404".getBytes(StandardCharsets.US_ASCII))).isInstanceOf(Staple.Unreadable.class);
    }

    @Test
    void aResponseThatIsCutAnywhereIsUnreadable() {
        byte[] whole = Responder.says(CertificateStatus.GOOD, root, leaf, THIS, NEXT);
        for (int length = 1; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(Staple.Unreadable.class);
        }
    }

    @Test
    void aByteThatIsWrongNeverThrows() {
        byte[] whole = Responder.says(CertificateStatus.GOOD, root, leaf, THIS, NEXT);
        for (int at = 0; at < whole.length; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= (byte) 0xff;
            assertThat(read(broken)).as("byte %d", at).isNotNull();
        }
    }

    @Test
    void aResponseIsCurrentFromThisUpdateToNextUpdate() {
        Response response = new Response(Status.GOOD, THIS, Optional.of(NEXT));
        assertThat(response.current(THIS)).isTrue();
        assertThat(response.current(NEXT)).isTrue();
        assertThat(response.current(THIS.minusSeconds(1))).isFalse();
        assertThat(response.current(NEXT.plusSeconds(1))).isFalse();
        assertThat(new Response(Status.GOOD, THIS, Optional.empty()).current(NEXT.plusSeconds(1)))
                .isTrue();
    }

    private Staple read(byte[] response) {
        return Ocsp.read(response, serial);
    }
}
