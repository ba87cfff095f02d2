package cutover.probe.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** A certificate as it came, with its facts (RFC 5280). Two are equal when their bytes are. */
public record SentCertificate(X509Certificate x509) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    /** Distinguished name, RFC 2253. */
    public String subject() {
        return x509.getSubjectX500Principal().getName();
    }

    /** Distinguished name, RFC 2253. */
    public String issuer() {
        return x509.getIssuerX500Principal().getName();
    }

    /** The serial number in hexadecimal digits, lower case, without leading zeros. */
    public String serial() {
        return serialNumber().toString(16);
    }

    BigInteger serialNumber() {
        return x509.getSerialNumber();
    }

    /**
     * DNS names and IP addresses that it is good for, as they stand in it. The common name is none of them (RFC 9525,
     * 2); unreadable alternative names count as none.
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(dnsNames());
        names.addAll(addresses());
        return List.copyOf(names);
    }

    List<String> dnsNames() {
        return alternatives(DNS_NAME);
    }

    List<String> addresses() {
        return alternatives(IP_ADDRESS);
    }

    private List<String> alternatives(int kind) {
        try {
            Collection<List<?>> entries = x509.getSubjectAlternativeNames();
            return entries == null
                    ? List.of()
                    : entries.stream()
                            .filter(entry -> entry.get(0).equals(kind))
                            .map(entry -> String.valueOf(entry.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** The first instant at which it is valid. */
    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    /** The last instant at which it is valid. */
    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    /** "RSA", "EC", "EdDSA", "DSA". */
    public String keyAlgorithm() {
        return x509.getPublicKey().getAlgorithm();
    }

    /** Length of the modulus, or of the curve's order; 0 when the kind of key is a strange one. */
    public int keyBits() {
        PublicKey key = x509.getPublicKey();
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof ECKey ec) {
            return ec.getParams().getOrder().bitLength();
        }
        if (key instanceof EdECKey edwards) {
            return edwards.getParams().getName().equals("Ed25519") ? 256 : 456;
        }
        return key instanceof DSAKey dsa && dsa.getParams() != null
                ? dsa.getParams().getP().bitLength()
                : 0;
    }

    /** With what its issuer signed it, "SHA256withRSA". */
    public String signatureAlgorithm() {
        return x509.getSigAlgName();
    }

    /** True when its own key signed it, as with every root. */
    public boolean selfSigned() {
        return Signed.byItself(x509);
    }

    /** SHA-256 of its bytes, hexadecimal, lower case, without colons. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(x509.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate without bytes", e);
        }
    }

    /** Where its revocation can be asked for (RFC 6960). */
    public List<String> ocspUrls() {
        return Extensions.ocsp(x509);
    }

    /** Where its issuer's certificate lies (RFC 5280, 4.2.2.1); browsers fetch it, most other clients don't. */
    public List<String> issuerUrls() {
        return Extensions.issuers(x509);
    }

    /** True when it demands a stapled OCSP response (RFC 7633). */
    public boolean mustStaple() {
        return Extensions.mustStaple(x509);
    }

    /** "CN=www.example.org for www.example.org, example.org, issued by CN=R3, until 2026-12-01T00:00:00Z". */
    public String told() {
        String good = names().isEmpty() ? "no name" : String.join(", ", names());
        return "%s for %s, issued by %s, until %s".formatted(subject(), good, issuer(), notAfter());
    }

    @Override
    public String toString() {
        return told();
    }
}
