package cutover.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.tls.ChainProblem.Kind;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainVerdictTest {

    private static final Instant SPRING = Instant.parse("2026-04-01T12:00:00Z");
    private static final String NAME = "www.example.org";

    private final Issued root = Issued.root("CN=Root");
    private final Issued middle = root.issues(Recipe.authority("CN=Middle"));
    private final Issued leaf = middle.issues(Recipe.server(NAME));
    private final Anchors anchors = Issued.anchors(root);

    @Test
    void aFullChainHasNoProblem() {
        ChainVerdict verdict = verdict(leaf, middle);
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.trusted()).isTrue();
        assertThat(verdict.path()).isEqualTo(Issued.sent(leaf, middle));
        assertThat(verdict.coveredBy()).contains(NAME);
    }

    @Test
    void aMissingIntermediateIsNamedWithTheIssuerAndThePlaceThatBrowsersFetchItFrom() {
        Issued poor = middle.issues(Recipe.server(NAME).issuerAt("http://ca.example.net/middle.cer"));
        ChainVerdict verdict = verdict(poor);
        assertThat(verdict.trusted()).isFalse();
        assertThat(verdict.problems())
                .containsExactly(new ChainProblem(
                        Kind.INCOMPLETE,
                        "certificate 1 of 1 (CN=www.example.org) was issued by CN=Middle, which was neither sent nor is it"
                                + " trusted; browsers fetch it from http://ca.example.net/middle.cer, most other clients"
                                + " don't"));
    }

    @Test
    void anIntermediateOfTheSameNameWithAnotherKeyIsNoIssuer() {
        Issued renewed = root.issues(Recipe.authority("CN=Middle"));
        assertThat(kinds(verdict(leaf, renewed))).containsExactly(Kind.INCOMPLETE, Kind.NEEDLESS_CERTIFICATE);
    }

    @Test
    void aWrongOrderIsToldAndStillTrusted() {
        Issued lower = middle.issues(Recipe.authority("CN=Lower"));
        Issued own = lower.issues(Recipe.server(NAME));
        ChainVerdict verdict = verdict(own, middle, lower);
        assertThat(kinds(verdict)).containsExactly(Kind.WRONG_ORDER, Kind.WRONG_ORDER);
        assertThat(verdict.problems().get(0).sentence())
                .isEqualTo("certificate 2 of 3 (CN=Middle) did not issue the one before it");
        assertThat(verdict.trusted()).isTrue();
        assertThat(verdict.path()).isEqualTo(Issued.sent(own, lower, middle));
    }

    @Test
    void theTrustedRootIsNeedless() {
        ChainVerdict verdict = verdict(leaf, middle, root);
        assertThat(kinds(verdict)).containsExactly(Kind.NEEDLESS_ROOT);
        assertThat(verdict.trusted()).isTrue();
    }

    @Test
    void aRootInTheMiddleIsNeedlessAndOutOfOrder() {
        assertThat(kinds(verdict(leaf, root, middle)))
                .containsExactlyInAnyOrder(Kind.NEEDLESS_ROOT, Kind.WRONG_ORDER, Kind.WRONG_ORDER);
    }

    @Test
    void strangersAndRepeatsAreNeedless() {
        Issued stranger = Issued.root("CN=Stranger");
        assertThat(verdict(leaf, middle, middle, stranger).problems())
                .containsExactly(
                        new ChainProblem(Kind.NEEDLESS_CERTIFICATE, "certificate 3 of 4 (CN=Middle) was sent before"),
                        new ChainProblem(
                                Kind.NEEDLESS_CERTIFICATE,
                                "certificate 4 of 4 (CN=Stranger) issued none of the others"));
    }

    @Test
    void aRootThatNobodyTrustsIsUntrusted() {
        ChainVerdict verdict =
                ChainVerdict.of(NAME, Issued.sent(leaf, middle, root), Issued.anchors(Issued.root("CN=Root")), SPRING);
        assertThat(verdict.problems())
                .containsExactly(new ChainProblem(
                        Kind.UNTRUSTED_ROOT, "certificate 3 of 3 (CN=Root) is a root that is not trusted"));
    }

    @Test
    void aCertificateSignedByItselfIsNamedSo() {
        Issued own = Issued.bySelf(Recipe.server(NAME));
        assertThat(kinds(verdict(own))).containsExactly(Kind.SELF_SIGNED);
        assertThat(ChainVerdict.of(NAME, Issued.sent(own), Issued.anchors(own), SPRING)
                        .problems())
                .isEmpty();
    }

    @Test
    void theExpiredOneIsNamedWhereverItStands() {
        Issued old = root.issues(Recipe.authority("CN=Old").between("2020-01-01T00:00:00Z", "2026-03-31T00:00:00Z"));
        Issued own = old.issues(Recipe.server(NAME));
        ChainVerdict verdict = verdict(own, old);
        assertThat(verdict.problems())
                .containsExactly(
                        new ChainProblem(Kind.EXPIRED, "certificate 2 of 2 (CN=Old) expired at 2026-03-31T00:00:00Z"));
        assertThat(verdict.daysLeft()).isEqualTo(-2);
    }

    @Test
    void aCertificateOfTheFutureIsNotYetValid() {
        Issued own = middle.issues(Recipe.server(NAME).between("2026-04-02T00:00:00Z", "2026-05-01T00:00:00Z"));
        assertThat(verdict(own, middle).problems())
                .containsExactly(new ChainProblem(
                        Kind.NOT_YET_VALID,
                        "certificate 1 of 2 (CN=www.example.org) is not valid before 2026-04-02T00:00:00Z"));
    }

    @Test
    void theLastSecondIsStillInTime() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(at(end).problems()).isEmpty();
        assertThat(kinds(at(end.plusMillis(1)))).containsExactly(Kind.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T00:00:00Z, 1",
        "2026-12-31T00:00:01Z, 0",
        "2027-01-01T00:00:00Z, 0",
        "2027-01-01T00:00:01Z, -1",
        "2026-12-02T00:00:00Z, 30"
    })
    void daysLeftAreRoundedDown(Instant at, long days) {
        assertThat(at(at).daysLeft()).isEqualTo(days);
    }

    @Test
    void theShortestLivedCertificateOfThePathCounts() {
        Issued brief =
                root.issues(Recipe.authority("CN=Brief").between("2020-01-01T00:00:00Z", "2026-04-11T12:00:00Z"));
        assertThat(verdict(brief.issues(Recipe.server(NAME)), brief).daysLeft()).isEqualTo(10);
    }

    @Test
    void aShortRsaKeyIsWeak() {
        Issued own = middle.issues(Recipe.server(NAME).keys(Recipe.keys("RSA", 1024)));
        assertThat(verdict(own, middle).problems())
                .containsExactly(new ChainProblem(
                        Kind.WEAK_KEY, "certificate 1 of 2 (CN=www.example.org) has a key of 1024 bits RSA"));
    }

    @Test
    void anRsaKeyOfTheUsualLengthIsNot() {
        Issued own = middle.issues(Recipe.server(NAME).keys(Recipe.keys("RSA", 2048)));
        assertThat(verdict(own, middle).problems()).isEmpty();
    }

    @Test
    void sha1IsWeakBelowTheRootOnly() {
        Issued oldRoot = Issued.bySelf(Recipe.authority("CN=Old Root").signedWith("SHA1withECDSA"));
        Issued own = oldRoot.issues(Recipe.server(NAME).signedWith("SHA1withECDSA"));
        ChainVerdict verdict = ChainVerdict.of(NAME, Issued.sent(own, oldRoot), Issued.anchors(oldRoot), SPRING);
        assertThat(verdict.problems())
                .containsExactly(
                        new ChainProblem(
                                Kind.WEAK_SIGNATURE,
                                "certificate 1 of 2 (CN=www.example.org) is signed with SHA1withECDSA"),
                        new ChainProblem(
                                Kind.NEEDLESS_ROOT,
                                "certificate 2 of 2 (CN=Old Root) is a trusted root, which every client has"));
    }

    @Test
    void anIssuerThatIsNoAuthorityBreaksARule() {
        Issued server = middle.issues(Recipe.server("ca.example.org"));
        Issued own = server.issues(Recipe.server(NAME));
        assertThat(kinds(verdict(own, server, middle))).containsExactly(Kind.RULE_BROKEN);
    }

    @Test
    void aCertificateForMailOnlyBreaksARuleEvenWhenItHasExpired() {
        Issued own = middle.issues(Recipe.server(NAME)
                .purpose(KeyPurposeId.id_kp_emailProtection)
                .between("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"));
        assertThat(kinds(verdict(own, middle))).containsExactly(Kind.EXPIRED, Kind.RULE_BROKEN);
    }

    @Test
    void ofTwoWaysTheOneThatHoldsIsTaken() {
        Issued elder = Issued.root("CN=Elder");
        Issued crossed = elder.issues(
                Recipe.authority("CN=Root").keys(root.keys()).between("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"));
        ChainVerdict verdict =
                ChainVerdict.of(NAME, Issued.sent(leaf, middle, crossed), Issued.anchors(root, elder), SPRING);
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.path()).isEqualTo(Issued.sent(leaf, middle));
        assertThat(ChainVerdict.of(NAME, Issued.sent(leaf, middle, crossed), Issued.anchors(elder), SPRING)
                        .has(Kind.EXPIRED))
                .isTrue();
    }

    @Test
    void aWholeAuthorityOfCrossedCertificatesIsWalkedInBoundedTime() {
        Issued[] many = new Issued[11];
        many[0] = leaf;
        for (int i = 1; i < many.length; i++) {
            many[i] = middle.issues(
                    Recipe.authority("CN=Middle").keys(middle.keys()).serial(i));
        }
        assertThat(verdict(many).has(Kind.INCOMPLETE) || verdict(many).has(Kind.UNTRUSTED_ROOT))
                .isTrue();
    }

    @Test
    void anotherNameIsNotCoveredByATrustedChain() {
        ChainVerdict verdict = ChainVerdict.of("api.example.org", Issued.sent(leaf, middle), anchors, SPRING);
        assertThat(verdict.trusted()).isTrue();
        assertThat(verdict.covers()).isFalse();
    }

    @Test
    void anEmptyChainIsOurMistake() {
        assertThatThrownBy(() -> ChainVerdict.of(NAME, List.of(), anchors, SPRING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Anchors.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theJdkTrustsSomeRoots() {
        assertThat(Anchors.ofTheJdk().certificates()).isNotEmpty();
    }

    private ChainVerdict at(Instant instant) {
        return ChainVerdict.of(NAME, Issued.sent(leaf, middle), anchors, instant);
    }

    private ChainVerdict verdict(Issued... chain) {
        return ChainVerdict.of(NAME, Issued.sent(chain), anchors, SPRING);
    }

    private static List<Kind> kinds(ChainVerdict verdict) {
        return verdict.problems().stream().map(ChainProblem::kind).toList();
    }
}
