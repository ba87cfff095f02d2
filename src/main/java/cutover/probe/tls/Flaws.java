package cutover.probe.tls;

import cutover.probe.tls.ChainProblem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names what is wrong with a chain, seen along one path through it. */
final class Flaws {

    private static final int LEAST_RSA = 2_048;
    private static final int LEAST_EC = 256;

    private final List<SentCertificate> sent;
    private final Anchors anchors;
    private final Instant at;
    private final List<ChainProblem> problems = new ArrayList<>();

    private Flaws(List<SentCertificate> sent, Anchors anchors, Instant at) {
        this.sent = sent;
        this.anchors = anchors;
        this.at = at;
    }

    /** The gravest first. */
    static List<ChainProblem> of(TrustPath path, List<SentCertificate> sent, Anchors anchors, Instant at) {
        Flaws flaws = new Flaws(sent, anchors, at);
        flaws.ofTheEnd(path);
        path.certificates().forEach(flaws::ofTime);
        path.certificates().forEach(flaws::ofStrength);
        flaws.ofRules(path);
        flaws.ofOrder(path);
        return flaws.problems.stream()
                .sorted(Comparator.comparing(ChainProblem::kind))
                .toList();
    }

    private void add(Kind kind, String sentence) {
        problems.add(new ChainProblem(kind, sentence));
    }

    private void ofTheEnd(TrustPath path) {
        if (path.anchor().isPresent()) {
            return;
        }
        SentCertificate last = path.last();
        if (!last.selfSigned()) {
            add(
                    Kind.INCOMPLETE,
                    told(last) + " was issued by " + last.issuer() + ", which was neither sent nor is it" + " trusted"
                            + fetchable(last));
        } else if (path.certificates().size() == 1) {
            add(Kind.SELF_SIGNED, told(last) + " is signed by itself and not trusted");
        } else {
            add(Kind.UNTRUSTED_ROOT, told(last) + " is a root that is not trusted");
        }
    }

    private static String fetchable(SentCertificate certificate) {
        return certificate.issuerUrls().isEmpty()
                ? ""
                : "; browsers fetch it from " + certificate.issuerUrls().get(0) + ", most other clients don't";
    }

    private void ofTime(SentCertificate certificate) {
        if (at.isAfter(certificate.notAfter())) {
            add(Kind.EXPIRED, told(certificate) + " expired at " + certificate.notAfter());
        }
        if (at.isBefore(certificate.notBefore())) {
            add(Kind.NOT_YET_VALID, told(certificate) + " is not valid before " + certificate.notBefore());
        }
    }

    private void ofStrength(SentCertificate certificate) {
        boolean curve = certificate.keyAlgorithm().startsWith("E");
        int bits = certificate.keyBits();
        if (bits > 0 && bits < (curve ? LEAST_EC : LEAST_RSA)) {
            add(
                    Kind.WEAK_KEY,
                    "%s has a key of %d bits %s".formatted(told(certificate), bits, certificate.keyAlgorithm()));
        }
        // nobody relies on the signature of a root under itself
        String signature = certificate.signatureAlgorithm().toUpperCase(Locale.ROOT);
        if (signature.matches("(MD[25]|SHA-?1)WITH.*") && !certificate.selfSigned()) {
            add(Kind.WEAK_SIGNATURE, told(certificate) + " is signed with " + certificate.signatureAlgorithm());
        }
    }

    private void ofRules(TrustPath path) {
        if (path.anchor().isPresent()) {
            Pkix.brokenRule(path, at).ifPresent(rule -> add(Kind.RULE_BROKEN, "the chain breaks a rule: " + rule));
        }
    }

    private void ofOrder(TrustPath path) {
        for (int i = 1; i < sent.size(); i++) {
            SentCertificate certificate = sent.get(i);
            if (sent.indexOf(certificate) < i) {
                add(Kind.NEEDLESS_CERTIFICATE, told(i) + " was sent before");
            } else if (!path.certificates().contains(certificate) && !issuedAny(certificate)) {
                add(Kind.NEEDLESS_CERTIFICATE, told(i) + " issued none of the others");
            } else {
                ofPlace(i);
            }
        }
    }

    private void ofPlace(int i) {
        SentCertificate certificate = sent.get(i);
        SentCertificate before = sent.get(i - 1);
        // two authorities of one name are the same one, cross-signed
        if (!issued(certificate, before) && !certificate.subject().equals(before.subject())) {
            add(Kind.WRONG_ORDER, told(i) + " did not issue the one before it");
        }
        if (certificate.selfSigned() && anchors.hold(certificate.x509())) {
            add(Kind.NEEDLESS_ROOT, told(i) + " is a trusted root, which every client has");
        }
    }

    private boolean issuedAny(SentCertificate certificate) {
        return sent.stream().anyMatch(each -> !each.equals(certificate) && issued(certificate, each));
    }

    private static boolean issued(SentCertificate issuer, SentCertificate certificate) {
        return Signed.by(issuer.x509(), certificate.x509());
    }

    private String told(SentCertificate certificate) {
        return told(sent.indexOf(certificate));
    }

    private String told(int index) {
        return "certificate %d of %d (%s)"
                .formatted(index + 1, sent.size(), sent.get(index).subject());
    }
}
