package cutover.twin.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates (RFC 5280) that are dated by the twin's clock. */
final class Press {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final ASN1ObjectIdentifier TLS_FEATURE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
    private static final int STATUS_REQUEST = 5;

    private final Clock clock;
    private final RandomGenerator random;

    Press(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    Issued root(String subject) {
        KeyPair pair = Keys.usual();
        return authority(subject, pair, new Issued.Line(subject, pair.getPrivate(), List.of()), Validity.OF_ROOTS);
    }

    Issued intermediate(String subject, Issued issuer) {
        return authority(subject, Keys.usual(), issuer.signs(), Validity.OF_INTERMEDIATES);
    }

    /** A server's certificate. */
    X509Certificate leaf(Draft draft, PublicKey own, Issued.Line above) {
        return made("for " + draft.names(), () -> {
            JcaX509v3CertificateBuilder builder = builder(draft.subject(), above, own, draft.validity());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(draft.names()));
            if (draft.vouched().isPresent()) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        responder(draft.vouched().get().responder()));
            }
            if (draft.is(Trait.MUST_STAPLE)) {
                builder.addExtension(TLS_FEATURE, false, new DERSequence(new ASN1Integer(STATUS_REQUEST)));
            }
            return signed(builder, draft.is(Trait.SHA_1) ? "SHA1" : "SHA256", above.signer());
        });
    }

    private Issued authority(String subject, KeyPair pair, Issued.Line above, Validity validity) {
        X509Certificate certificate = made(subject, () -> {
            JcaX509v3CertificateBuilder builder = builder(subject, above, pair.getPublic(), validity);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(builder, "SHA256", above.signer());
        });
        return new Issued(certificate, pair.getPrivate());
    }

    private JcaX509v3CertificateBuilder builder(String subject, Issued.Line above, PublicKey own, Validity validity)
            throws GeneralSecurityException, IOException {
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(above.issuer()),
                BigInteger.valueOf(random.nextLong() >>> 1).add(BigInteger.ONE),
                Date.from(now.minus(validity.since())),
                Date.from(now.plus(validity.left())),
                new X500Name(subject),
                own);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(own));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, String digest, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        String algorithm = digest + "with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
    }

    private static AuthorityInformationAccess responder(Responder responder) {
        return new AuthorityInformationAccess(
                AccessDescription.id_ad_ocsp,
                new GeneralName(GeneralName.uniformResourceIdentifier, responder.address()));
    }

    private static GeneralNames alternativeNames(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(
                        IPV4.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static X509Certificate made(String what, Making making) {
        try {
            return making.certificate();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate could be made " + what, e);
        }
    }

    @FunctionalInterface
    private interface Making {
        X509Certificate certificate() throws GeneralSecurityException, IOException, OperatorCreationException;
    }
}
