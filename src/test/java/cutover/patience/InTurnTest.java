package cutover.patience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private static final int MANY = 500;
    private static final int AHEAD = 16;

    private final FanOut patient = new FanOut(4, Duration.ofMinutes(1));
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void answersComeInTheirOrderToTheCaller() {
        List<String> taken = new ArrayList<>();
        patient.inTurn(List.of(1, 2, 3, 4, 5).iterator(), 2, n -> "n" + n, (n, why) -> why, (n, answer) -> {
            taken.add(n + answer);
        });

        assertThat(taken).containsExactly("1n1", "2n2", "3n3", "4n4", "5n5");
    }

    @Test
    void theSameFewThreadsServeAll() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        patient.inTurn(
                numbers(MANY), AHEAD, n -> threads.add(Thread.currentThread()), (n, why) -> false, (n, added) -> {});

        assertThat(threads).hasSizeBetween(1, 4);
    }

    @Test
    void noMoreThanThatManyAreHeld() {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Iterator<Integer> items = IntStream.range(0, MANY)
                .peek(n -> most.accumulateAndGet(held.incrementAndGet(), Math::max))
                .iterator();
        patient.inTurn(items, AHEAD, n -> n, (n, why) -> n, (n, answer) -> held.decrementAndGet());

        assertThat(held).hasValue(0);
        assertThat(most).hasValueBetween(1, AHEAD);
    }

    @Test
    void whatThrowsIsAnAnswerWithItsReasonAndTheOthersGoOn() {
        List<String> taken = new ArrayList<>();
        patient.inTurn(
                List.of(0, 1).iterator(), 2, n -> "n" + 1 / n, (n, why) -> why, (n, answer) -> taken.add(answer));

        assertThat(taken.get(0)).contains("by zero");
        assertThat(taken.get(1)).isEqualTo("n1");
    }

    @Test
    void aStuckOneCutsThoseUnderWayAndNoOthers() {
        List<String> taken = new ArrayList<>();
        new FanOut(2, Duration.ofMillis(200))
                .inTurn(
                        numbers(5),
                        3,
                        n -> n < 2 ? stuck() : "n" + n,
                        (n, why) -> why,
                        (n, answer) -> taken.add(answer));

        String late = "no answer within 200 ms";
        assertThat(taken).containsExactly(late, late, late, "n3", "n4");
    }

    @Test
    void anInterruptOfTheCallerEndsItForAllAndStays() {
        List<String> taken = new ArrayList<>();
        Thread.currentThread().interrupt();
        patient.inTurn(numbers(MANY), AHEAD, n -> stuck(), (n, why) -> why, (n, answer) -> taken.add(answer));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(taken).hasSize(MANY).containsOnly("interrupted");
    }

    private static Iterator<Integer> numbers(int many) {
        return IntStream.range(0, many).iterator();
    }

    private String stuck() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "ended";
    }
}
