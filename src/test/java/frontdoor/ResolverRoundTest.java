package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.front.Resolver;
import cutover.environment.front.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolverRoundTest {

    private static final Zone ZONE = new Zone(
            "example.org", List.of(), Duration.ofMinutes(5), false, List.of(), List.of(), Optional.empty(), List.of());
    private static final Moving NAME = new Moving(ZONE, "www.example.org", List.of());
    private static final Resolver FOUR = new Resolver("operator", "192.0.2.53", false);
    private static final Resolver SIX = new Resolver("operator", "2001:db8::53", false);
    private static final Resolver OTHER = new Resolver("another", "2001:db8::54", false);

    @Test
    void anAddressThatCannotBeAskedFromHereKeepsNobodyWaitingWhenItsOperatorWasHeardAtAnother() {
        ResolverRound round = new ResolverRound(List.of(answer(FOUR, Told.NEW), answer(SIX, Told.NOT_ASKED)));

        assertThat(round.complete()).isTrue();
        assertThat(round.heardElsewhere())
                .extracting(answer -> answer.resolver().address())
                .containsExactly("2001:db8::53");
    }

    @Test
    void anOperatorThatWasHeardNowhereIsOpen() {
        ResolverRound round = new ResolverRound(List.of(answer(FOUR, Told.NEW), answer(OTHER, Told.NOT_ASKED)));

        assertThat(round.complete()).isFalse();
        assertThat(round.open()).extracting(ResolverAnswer::told).containsExactly(Told.NOT_ASKED);
    }

    @Test
    void anAddressThatDoesNotAnswerIsOpenWhateverItsOperatorSaysElsewhere() {
        ResolverRound round = new ResolverRound(List.of(answer(FOUR, Told.NEW), answer(SIX, Told.SILENT)));

        assertThat(round.complete()).isFalse();
        assertThat(round.heardElsewhere()).isEmpty();
    }

    private static ResolverAnswer answer(Resolver resolver, Told told) {
        return new ResolverAnswer(resolver, NAME, told, "", Duration.ZERO);
    }
}
