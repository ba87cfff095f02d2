package cutover.patience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedTest {

    private static final int MANY = 200;

    @Test
    void whatEndsInTimeIsTheAnswer() {
        try (Bounded bounded = new Bounded(Duration.ofMinutes(1))) {
            assertThat(bounded.done(() -> "seen", why -> why)).isEqualTo("seen");
        }
    }

    @Test
    void whatThrowsIsAnAnswerWithItsReason() {
        try (Bounded bounded = new Bounded(Duration.ofMinutes(1))) {
            assertThat(bounded.<String>done(
                            () -> {
                                throw new IllegalStateException("broken");
                            },
                            why -> why))
                    .contains("broken");
        }
    }

    @Test
    void whatDoesNotEndInTimeIsInterruptedAndHoldsUpNobody() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (Bounded bounded = new Bounded(Duration.ofMillis(200))) {
            String late = bounded.done(() -> stuck(never, interrupted), why -> why);

            assertThat(late).isEqualTo("no answer within 200 ms");
            interrupted.await();
            assertThat(bounded.done(() -> "next", why -> why)).isEqualTo("next");
        }
    }

    @Test
    void anInterruptOfWhoWaitsEndsTheWaitAndStays() {
        try (Bounded bounded = new Bounded(Duration.ofMinutes(1))) {
            CountDownLatch never = new CountDownLatch(1);
            Thread.currentThread().interrupt();

            String given = bounded.done(() -> stuck(never, never), why -> why);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(given).isEqualTo("interrupted");
        }
    }

    @Test
    void oneThreadServesManyInTurn() {
        Set<Thread> served = new HashSet<>();
        try (Bounded bounded = new Bounded(Duration.ofMinutes(1))) {
            for (int i = 0; i < MANY; i++) {
                served.add(bounded.done(Thread::currentThread, why -> new Thread()));
            }
        }
        // one that has just answered may not be free again when the next one comes
        assertThat(served).hasSizeLessThan(MANY / 2);
    }

    private static String stuck(CountDownLatch never, CountDownLatch interrupted) {
        try {
            never.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "ended";
    }
}
