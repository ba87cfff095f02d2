package cutover.twin.tls;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes OCSP responses (RFC 6960, 4.2.1), signed by the issuer itself and dated by the twin's clock. */
final class OcspAnswers {

    private static final byte GOOD = (byte) 0x80;
    private static final byte GOOD_WITH_CONTENT = (byte) 0xa0;
    private static final byte GENERALIZED_TIME = 0x18;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Issued issuer;
    private final Clock clock;

    OcspAnswers(Issued issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    byte[] to(OCSPReq asked, Said what) {
        try {
            byte[] answer = new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic(asked, what))
                    .getEncoded();
            return what == Said.GARBLED ? garbled(answer) : answer;
        } catch (OCSPException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no OCSP response could be made", e);
        }
    }

    /** Where "good" stood, the status has content, which only "revoked" may have. */
    private static byte[] garbled(byte[] answer) {
        for (int i = 0; i + 2 < answer.length; i++) {
            if (answer[i] == GOOD && answer[i + 1] == 0 && answer[i + 2] == GENERALIZED_TIME) {
                answer[i] = GOOD_WITH_CONTENT;
                return answer;
            }
        }
        throw new IllegalArgumentException("no status \"good\" in the response");
    }

    private BasicOCSPResp basic(OCSPReq asked, Said what) throws OCSPException, OperatorCreationException {
        Instant now = clock.instant();
        Instant until = what == Said.GOOD_UNTIL_YESTERDAY ? now.minus(DAY) : now.plus(WEEK);
        Date since = Date.from(what == Said.GOOD_UNTIL_YESTERDAY ? until.minus(WEEK) : now.minus(HOUR));
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(
                new X500Name(issuer.certificate().getSubjectX500Principal().getName())));
        for (Req each : asked.getRequestList()) {
            builder.addResponse(each.getCertID(), status(what, since), since, Date.from(until), null);
        }
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.key()), null, Date.from(now));
    }

    private static CertificateStatus status(Said what, Date since) {
        return switch (what) {
            case REVOKED -> new RevokedStatus(since, CRLReason.keyCompromise);
            case UNKNOWN -> new UnknownStatus();
            default -> CertificateStatus.GOOD;
        };
    }
}
