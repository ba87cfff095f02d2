package cutover.twin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aPortIsOneThatNoSystemGivesToWhoeverAsksForAny() {
        SplittableRandom random = new SplittableRandom(7);

        assertThat(IntStream.range(0, 50).map(any -> Port.free(random)))
                .allSatisfy(port -> assertThat(port).isBetween(10_000, 32_767))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPortThatSomebodyHasIsPassedOver() throws Exception {
        int first = Port.free(new SplittableRandom(8));

        try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Port.free(new SplittableRandom(8))).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void whenEachIsTakenThatIsSaid() throws Exception {
        int only = Port.free(new SplittableRandom(9));
        RandomGenerator stubborn = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public int nextInt(int from, int end) {
                return only;
            }
        };

        try (ServerSocket taken = new ServerSocket(only, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Port.free(stubborn))
                    .as("only %s is ever drawn", taken.getLocalPort())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("none of 1000 ports from 10000 to 32767 is free on 127.0.0.1");
        }
    }
}
