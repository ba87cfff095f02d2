package cutover.twin.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cutover.probe.tls.ChainProblem;
import cutover.probe.tls.ChainProblem.Kind;
import cutover.probe.tls.ChainVerdict;
import cutover.probe.tls.Shaken;
import cutover.probe.tls.Staple;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftTest {

    private static final String NAME = "www.example.org";

    private Doorstep doorstep;

    @BeforeAll
    void open() {
        doorstep = new Doorstep();
    }

    @AfterAll
    void close() {
        doorstep.close();
    }

    @Test
    void theUsualCertificateHasNoProblemAndCoversItsNames() {
        doorstep.show(doorstep.authority().identity(List.of(NAME, "*.example.net", "127.0.0.1")));

        assertThat(doorstep.verdict(NAME).problems()).isEmpty();
        assertThat(doorstep.verdict(NAME).trusted()).isTrue();
        assertThat(doorstep.verdict(NAME).daysLeft()).isBetween(88L, 90L);
        assertThat(doorstep.verdict(NAME).covers()).isTrue();
        assertThat(doorstep.verdict("a.example.net").coveredBy()).contains("*.example.net");
        assertThat(doorstep.verdict("127.0.0.1").covers()).isTrue();
        assertThat(doorstep.verdict("example.net").covers()).isFalse();
    }

    @Test
    void aServerSendsItsCertificateAndTheIntermediateAndNoRoot() {
        Shaken shaken = doorstep.shaken(doorstep.usual(NAME).issued());

        assertThat(shaken.chain()).hasSize(2);
        assertThat(shaken.chain()).noneMatch(each -> each.selfSigned());
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("each fault is exactly its problem")
    void eachFaultIsExactlyItsProblem(String fault, UnaryOperator<Draft> drafted, Set<Kind> kinds) {
        doorstep.show(drafted.apply(doorstep.usual(NAME)).issued());

        ChainVerdict verdict = doorstep.verdict(NAME);

        assertThat(verdict.problems().stream().map(ChainProblem::kind).collect(Collectors.toSet()))
                .as(fault + " " + verdict.problems())
                .isEqualTo(kinds);
        assertThat(verdict.covers()).isTrue();
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                fault("expired", Draft::expired, Kind.EXPIRED),
                fault("not yet valid", Draft::notYetValid, Kind.NOT_YET_VALID),
                fault("RSA of 1024 bits", Draft::withRsa1024, Kind.WEAK_KEY),
                fault("SHA-1", Draft::signedWithSha1, Kind.WEAK_SIGNATURE),
                fault("self-signed", Draft::selfSigned, Kind.SELF_SIGNED),
                fault("another root", Draft::fromAnotherRoot, Kind.UNTRUSTED_ROOT),
                fault("no intermediate", Draft::withoutIntermediate, Kind.INCOMPLETE),
                fault("wrong order", Draft::inWrongOrder, Kind.WRONG_ORDER),
                fault("with the root", Draft::withRoot, Kind.NEEDLESS_ROOT),
                fault("expiring", draft -> draft.expiringIn(Duration.ofHours(1))),
                fault("must staple", Draft::withMustStaple),
                fault("two at once", draft -> draft.selfSigned().expired(), Kind.SELF_SIGNED, Kind.EXPIRED),
                fault(
                        "three at once",
                        draft -> draft.withRsa1024().signedWithSha1().withoutIntermediate(),
                        Kind.WEAK_KEY,
                        Kind.WEAK_SIGNATURE,
                        Kind.INCOMPLETE));
    }

    private static Arguments fault(String fault, UnaryOperator<Draft> drafted, Kind... kinds) {
        return arguments(fault, drafted, Set.of(kinds));
    }

    @Test
    void anExpiringCertificateHasSoManyDaysLeft() {
        doorstep.show(
                doorstep.usual(NAME).expiringIn(Duration.ofDays(5).plusHours(1)).issued());

        assertThat(doorstep.verdict(NAME).daysLeft()).isEqualTo(5);
    }

    @Test
    void aCertificateOfAnotherNameHasNoProblemAndDoesNotCover() {
        doorstep.show(doorstep.authority().identity(List.of("*.execute-api.us-east-1.amazonaws.com")));

        assertThat(doorstep.verdict(NAME).problems()).isEmpty();
        assertThat(doorstep.verdict(NAME).covers()).isFalse();
    }

    @Test
    void whatMustBeStapledIsNot() {
        Shaken shaken = doorstep.shaken(doorstep.usual(NAME).withMustStaple().issued());

        assertThat(shaken.own().mustStaple()).isTrue();
        assertThat(shaken.staple()).isInstanceOf(Staple.None.class);
    }

    @Test
    void aDraftIsNotChangedByWhatIsMadeOfIt() {
        Draft draft = doorstep.usual(NAME);
        draft.expired().selfSigned().withRsa1024();

        doorstep.show(draft.issued());

        assertThat(doorstep.verdict(NAME).problems()).isEmpty();
    }

    @Test
    void ofTwoWordsAboutTheSameTheLaterCounts() {
        doorstep.show(doorstep.usual(NAME)
                .expired()
                .notYetValid()
                .selfSigned()
                .withRoot()
                .issued());

        assertThat(doorstep.verdict(NAME).problems())
                .extracting(ChainProblem::kind)
                .containsExactly(Kind.NOT_YET_VALID, Kind.NEEDLESS_ROOT);
    }

    @Test
    void aCertificateWithoutNamesOrTimeIsRefused() {
        Draft draft = doorstep.usual(NAME);

        assertThatThrownBy(() -> doorstep.authority().certificate(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft.expiringIn(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expired()");
    }
}
