package cutover.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Patience SHORT = new Patience(Duration.ofMillis(120), Duration.ofMillis(10));

    @Test
    void theFirstLookHappensAtOnceAndATerminalAnswerEndsTheWait() {
        Wait<String> wait = new Patience(Duration.ofDays(1), Duration.ofHours(1))
                .waitFor("an answer", () -> "wrong", answer -> true);

        assertThat(wait.ended()).isTrue();
        assertThat(wait.looks()).isEqualTo(1);
        assertThat(wait.last()).contains("wrong");
    }

    @Test
    void itLooksUntilTheAnswerIsTheWishedOneAndTellsOfEachLookBefore() {
        Iterator<Integer> answers = List.of(1, 2, 3).iterator();
        List<Integer> told = new ArrayList<>();

        Wait<Integer> wait = new Patience(Duration.ofMinutes(1), Duration.ofMillis(1))
                .waitFor("three", answers::next, answer -> answer == 3, progress -> told.add(progress.seen()));

        assertThat(wait.last()).contains(3);
        assertThat(told).containsExactly(1, 2);
    }

    @Test
    void whenTimeIsOverTheLastAnswerIsKept() {
        Wait<String> wait = SHORT.waitFor("the site to appear", () -> "502", answer -> false);

        assertThat(wait.ended()).isFalse();
        assertThat(wait.last()).contains("502");
        assertThat(wait.looks()).isGreaterThan(1);
        assertThat(wait.told()).contains("for the site to appear", "looks");
    }

    @Test
    void whoWatchesKeepsWhatWasSeenBeforeAnInterruptAndCanTellThatThereWasOne() {
        Wait<String> wait = new Patience(Duration.ofDays(1), Duration.ofHours(1))
                .watch(
                        "the resolvers",
                        () -> "two lag",
                        seen -> false,
                        progress -> Thread.currentThread().interrupt());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(wait.ended()).isFalse();
        assertThat(wait.last()).contains("two lag");
        assertThat(wait.looks()).isEqualTo(1);
    }

    @Test
    void aLookThatWasInterruptedDoesNotReplaceTheOneBefore() {
        Iterator<String> looks = List.of("two lag", "interrupted").iterator();

        Wait<String> wait = new Patience(Duration.ofMinutes(1), Duration.ofMillis(1))
                .watch(
                        "the resolvers",
                        () -> {
                            String seen = looks.next();
                            if (!looks.hasNext()) {
                                Thread.currentThread().interrupt();
                            }
                            return seen;
                        },
                        seen -> false,
                        progress -> {});

        assertThat(Thread.interrupted()).isTrue();
        assertThat(wait.ended()).isFalse();
        assertThat(wait.last()).contains("two lag");
    }

    @Test
    void whoWatchesWithoutAnInterruptWaitsAsUsual() {
        Iterator<Integer> answers = List.of(1, 2, 3).iterator();

        Wait<Integer> wait = new Patience(Duration.ofMinutes(1), Duration.ofMillis(1))
                .watch("three", answers::next, answer -> answer == 3, progress -> {});

        assertThat(wait.ended()).isTrue();
        assertThat(wait.last()).contains(3);
        assertThat(wait.looks()).isEqualTo(3);
    }

    @Test
    void aFaultyLookIsNoInterrupt() {
        assertThatThrownBy(() -> SHORT.watch(
                        "an answer",
                        () -> {
                            throw new IllegalStateException("broken look");
                        },
                        seen -> true,
                        progress -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken look");
    }

    @Test
    void aPatienceWithoutTimeIsRefused() {
        assertThatThrownBy(() -> Patience.atMost(Duration.ZERO)).hasMessageContaining("positive");
    }

    @Test
    void durationsAreToldAsPeopleWriteThem() {
        assertThat(Durations.told(Duration.ofMillis(850))).isEqualTo("850 ms");
        assertThat(Durations.told(Duration.ofMillis(4_040))).isEqualTo("4.0 s");
        assertThat(Durations.told(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Durations.told(Duration.ofMinutes(63))).isEqualTo("1 h 3 min");
    }

    @Test
    void manyThingsAtOnceAnswerInTheirOrder() {
        List<String> answers =
                new FanOut(3, Duration.ofMinutes(1)).each(List.of(1, 2, 3, 4), n -> "n" + n, (n, why) -> why);

        assertThat(answers).containsExactly("n1", "n2", "n3", "n4");
    }

    @Test
    void whatThrowsOrDoesNotEndInTimeIsAnAnswerWithItsReason() {
        List<String> answers =
                new FanOut(2, Duration.ofMillis(200)).each(List.of(1, 2), PatienceTest::stuckOrBroken, (n, why) -> why);

        assertThat(answers.get(0)).contains("broken");
        assertThat(answers.get(1)).isEqualTo("no answer within 200 ms");
    }

    private static String stuckOrBroken(int n) {
        if (n == 1) {
            throw new IllegalStateException("broken");
        }
        return SHORT.waitFor("never", () -> "", never -> Thread.currentThread().isInterrupted())
                        .told()
                + new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1)).waitFor("never", () -> "", never -> false);
    }
}
