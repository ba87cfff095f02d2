package cutover.probe.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate of a test and its keys. */
record Issued(X509Certificate certificate, KeyPair keys) {

    /** Signed by its own key. */
    static Issued bySelf(Recipe recipe) {
        KeyPair own = recipe.ownKeys();
        return made(recipe, own, recipe.subject(), own);
    }

    static Issued root(String subject) {
        return bySelf(Recipe.authority(subject));
    }

    Issued issues(Recipe recipe) {
        return made(recipe, recipe.ownKeys(), certificate.getSubjectX500Principal(), keys);
    }

    private static Issued made(Recipe recipe, KeyPair own, X500Principal issuer, KeyPair issuerKeys) {
        try {
            return new Issued(
                    new JcaX509CertificateConverter()
                            .getCertificate(recipe.builder(issuer, own)
                                    .build(new JcaContentSignerBuilder(recipe.signature())
                                            .build(issuerKeys.getPrivate()))),
                    own);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    SentCertificate shown() {
        return new SentCertificate(certificate);
    }

    static List<SentCertificate> sent(Issued... chain) {
        return Arrays.stream(chain).map(Issued::shown).toList();
    }

    static Anchors anchors(Issued... roots) {
        return Anchors.of(Arrays.stream(roots).map(Issued::certificate).toList());
    }
}
