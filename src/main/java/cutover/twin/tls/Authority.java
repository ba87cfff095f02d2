package cutover.twin.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A root with one intermediate, made anew for each twin. Nothing on the machine trusts it; who wants to speak to the
 * twin is given {@link #pem()} or {@link #spki()}.
 */
public final class Authority {

    private final Clock clock;
    private final Press press;
    private final Issued root;
    private final Issued intermediate;
    // of all certificates that are sent without the intermediate
    private final KeyPair lonely = Keys.usual();

    public Authority(Clock clock, RandomGenerator random) {
        this.clock = clock;
        press = new Press(clock, random);
        root = press.root("CN=Rehearsal Root");
        intermediate = press.intermediate("CN=Rehearsal Intermediate", root);
    }

    /**
     * Issues a server's certificate that nothing is wrong with, for these DNS names and IPv4 addresses; wildcards are
     * names.
     */
    public Identity identity(List<String> names) {
        return certificate(names).issued();
    }

    /** The same, before it is issued, for those that something shall be wrong with. */
    public Draft certificate(List<String> names) {
        return new Draft(this, names);
    }

    /** Begins to tell by OCSP what there is to be said of certificates. */
    public Responder responder() {
        return new Responder(intermediate, clock);
    }

    /** The root, PEM encoded. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(root.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate without bytes", e);
        }
    }

    /**
     * Keys by which a browser knows the twin, as its {@code --ignore-certificate-errors-spki-list} takes them, separated
     * by commas. Browsers look for them among the certificates as sent, so they are the intermediate's and the one of the
     * certificates that are sent without it.
     */
    public String spki() {
        return Keys.spki(intermediate.certificate().getPublicKey()) + "," + Keys.spki(lonely.getPublic());
    }

    /** A client's context that trusts the root and nothing else. */
    public SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("root", root.certificate());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the root can't be trusted", e);
        }
    }

    Identity issue(Draft draft) {
        KeyPair own = keys(draft);
        Issued.Line above = above(draft, own);
        X509Certificate leaf = press.leaf(draft, own.getPublic(), above);
        draft.vouched().ifPresent(vouched -> vouched.of(leaf.getSerialNumber()));
        return Identity.of(own.getPrivate(), leaf, above.sent());
    }

    private KeyPair keys(Draft draft) {
        if (draft.is(Trait.RSA_1024)) {
            return Keys.rsa1024();
        }
        return draft.chain() == Chain.WITHOUT_INTERMEDIATE ? lonely : Keys.usual();
    }

    private Issued.Line above(Draft draft, KeyPair own) {
        return switch (draft.chain()) {
            case COMPLETE -> intermediate.signs(intermediate.certificate());
            case WITH_ROOT -> intermediate.signs(intermediate.certificate(), root.certificate());
            case WITHOUT_INTERMEDIATE -> intermediate.signs();
            case IN_WRONG_ORDER -> {
                Issued lower = press.intermediate("CN=Rehearsal Lower Intermediate", intermediate);
                yield lower.signs(intermediate.certificate(), lower.certificate());
            }
            case FROM_ANOTHER_ROOT -> {
                Issued stranger = press.root("CN=Stranger Root");
                Issued below = press.intermediate("CN=Stranger Intermediate", stranger);
                yield below.signs(below.certificate(), stranger.certificate());
            }
            case FROM_ANOTHER_INTERMEDIATE -> {
                Issued other = press.intermediate("CN=Another Authority", root);
                yield other.signs(other.certificate());
            }
            case SELF_SIGNED -> new Issued.Line(draft.subject(), own.getPrivate(), List.of());
        };
    }
}
