package cutover.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CurfewTest {

    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void whatEndsInTimeIsTheAnswerAndWasDoneByItsCaller() {
        try (Curfew curfew = new Curfew(Duration.ofMinutes(1))) {
            assertThat(curfew.done(Thread::currentThread, ended::countDown, why -> new Thread()))
                    .isSameAs(Thread.currentThread());
            assertThat(ended.getCount()).isOne();
        }
    }

    @Test
    void whatDoesNotEndInTimeIsEndedByAnotherThread() {
        AtomicReference<Thread> ender = new AtomicReference<>();
        try (Curfew curfew = new Curfew(Duration.ofMillis(200))) {
            String late = curfew.done(
                    this::untilEnded,
                    () -> {
                        ender.set(Thread.currentThread());
                        ended.countDown();
                    },
                    why -> why);

            assertThat(late).isEqualTo("no answer within 200 ms");
            assertThat(ender.get()).isNotSameAs(Thread.currentThread());
            assertThat(curfew.done(() -> "next", ended::countDown, why -> why)).isEqualTo("next");
        }
    }

    @Test
    void whatIsUnderWayKeepsItsTimeWhenAllIsClosed() {
        Curfew curfew = new Curfew(Duration.ofMillis(200));

        String late = curfew.done(
                () -> {
                    curfew.close();
                    return untilEnded();
                },
                ended::countDown,
                why -> why);

        assertThat(late).isEqualTo("no answer within 200 ms");
    }

    @Test
    void whatThrowsThrows() {
        try (Curfew curfew = new Curfew(Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> curfew.done(
                            () -> {
                                throw new IllegalStateException("broken");
                            },
                            ended::countDown,
                            why -> why))
                    .hasMessage("broken");
        }
    }

    private String untilEnded() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "too late";
    }
}
