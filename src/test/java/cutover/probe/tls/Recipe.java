package cutover.probe.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** What stands in a certificate that a test wants; each step changes this recipe. */
final class Recipe {

    private final X500Principal subject;
    private final List<GeneralName> names = new ArrayList<>();
    private final List<AccessDescription> access = new ArrayList<>();
    private KeyPair keys;
    private boolean authority;
    private boolean mustStaple;
    private KeyPurposeId purpose;
    private long serial = 4711;
    private Instant from = Instant.parse("2026-01-01T00:00:00Z");
    private Instant until = Instant.parse("2027-01-01T00:00:00Z");
    private String signature = "SHA256withECDSA";

    Recipe(String subject) {
        this.subject = new X500Principal(subject);
    }

    /** A certificate for a web server. */
    static Recipe server(String... names) {
        Recipe recipe = new Recipe("CN=" + names[0].replace("*", "any"));
        for (String name : names) {
            boolean address = name.matches("[0-9.]+|.*:.*");
            recipe.names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return recipe;
    }

    static Recipe authority(String subject) {
        Recipe recipe = new Recipe(subject);
        recipe.authority = true;
        return recipe.between("2020-01-01T00:00:00Z", "2050-01-01T00:00:00Z");
    }

    Recipe between(String start, String end) {
        from = Instant.parse(start);
        until = Instant.parse(end);
        return this;
    }

    Recipe keys(KeyPair own) {
        keys = own;
        return this;
    }

    Recipe serial(long number) {
        serial = number;
        return this;
    }

    /** With which algorithm the issuer signs; must fit the issuer's key. */
    Recipe signedWith(String algorithm) {
        signature = algorithm;
        return this;
    }

    Recipe ocsp(String url) {
        return access(AccessDescription.id_ad_ocsp, url);
    }

    Recipe issuerAt(String url) {
        return access(AccessDescription.id_ad_caIssuers, url);
    }

    private Recipe access(ASN1ObjectIdentifier method, String url) {
        access.add(new AccessDescription(method, new GeneralName(GeneralName.uniformResourceIdentifier, url)));
        return this;
    }

    Recipe mustStaple() {
        mustStaple = true;
        return this;
    }

    Recipe purpose(KeyPurposeId only) {
        purpose = only;
        return this;
    }

    static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signature() {
        return signature;
    }

    X500Principal subject() {
        return subject;
    }

    KeyPair ownKeys() {
        return keys == null ? keys("EC", 256) : keys;
    }

    JcaX509v3CertificateBuilder builder(X500Principal issuer, KeyPair own) throws CertIOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, BigInteger.valueOf(serial), Date.from(from), Date.from(until), subject, own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
        }
        if (!access.isEmpty()) {
            AccessDescription[] all = access.toArray(new AccessDescription[0]);
            builder.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(all));
        }
        if (mustStaple) {
            ASN1Encodable features = new DERSequence(new ASN1Integer(5));
            builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24"), false, features);
        }
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        }
        return builder;
    }
}
