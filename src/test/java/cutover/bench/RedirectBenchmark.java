package cutover.bench;

import cutover.patience.FanOut;
import cutover.probe.http.Answered;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.probe.http.RawAddress;
import cutover.twin.clockwork.Later;
import cutover.twin.front.Door;
import cutover.twin.front.Forwarding;
import cutover.twin.front.House;
import cutover.twin.front.RedirectFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A redirect map against a front on loopback, beside {@code curl --parallel}: see {@code src/docs/benchmarks.md}. */
final class RedirectBenchmark {

    private static final int ROWS = 500;
    private static final int MANY = 5_000;
    private static final int BATCH = 64;
    private static final int ROUNDS = 5;
    private static final List<Integer> AT_ONCE = List.of(8, 16, 32);
    private static final String HOST = "old.example.org";
    private static final String TARGET = "https://www.example.org";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final int port;
    private final HttpProbe probe;

    private RedirectBenchmark(int port) {
        this.port = port;
        InetSocketAddress front = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.probe = new HttpProbe(new HttpSettings(
                (host, asked) -> List.of(front),
                null,
                "cutover-benchmark",
                TIMEOUT,
                TIMEOUT,
                1 << 20,
                Set.of("GET"),
                Clock.systemUTC()));
    }

    public static void main(String[] none) throws IOException, InterruptedException {
        try (Later later = new Later();
                House house = new House(later)) {
            Door door = house.http(RedirectFront.registrar(HOST, () -> Forwarding.to(TARGET)));
            house.open();
            RedirectBenchmark benchmark = new RedirectBenchmark(door.port());
            benchmark.beside();
            benchmark.memory();
            benchmark.probe.close();
        }
    }

    /** In turn, so that what else the machine does falls on both. */
    private void beside() throws IOException, InterruptedException {
        say("%d rows, each asked once over a connection of its own", ROWS);
        say("  first time in the JVM: probe %,.0f rows/s", ours(ROWS, AT_ONCE.get(0)));
        for (int atOnce : AT_ONCE) {
            List<Double> ours = new ArrayList<>();
            List<Double> curls = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                ours.add(ours(ROWS, atOnce));
                curls.add(Curl.installed() ? curl(atOnce) : 0);
            }
            told(atOnce, median(ours), median(curls));
        }
    }

    private static void told(int atOnce, double ours, double curl) {
        say("  %d at once: probe %,.0f rows/s, median of %d", atOnce, ours, ROUNDS);
        say(
                Curl.installed()
                        ? "    curl %,.0f rows/s; probe/curl %.2f (aim: at least 1.00)"
                        : "    curl: left out, it is not installed",
                curl,
                curl == 0 ? 0 : ours / curl);
    }

    private double ours(int rows, int atOnce) throws IOException, InterruptedException {
        Timed<Long> seen = Timed.of(() -> right(rows, atOnce));
        demand(rows, seen.value());
        return rows / seen.seconds();
    }

    private double curl(int atOnce) throws IOException, InterruptedException {
        Timed<Long> seen = Timed.of(() -> Curl.ask(
                HOST,
                port,
                IntStream.range(0, ROWS).mapToObj(RedirectBenchmark::target).toList(),
                TARGET,
                atOnce));
        demand(ROWS, seen.value());
        return ROWS / seen.seconds();
    }

    private static void demand(int rows, long right) {
        if (right != rows) {
            throw new IllegalStateException(right + " of " + rows + " rows led where they must");
        }
    }

    /** Batch by batch, as the suite does: of each row only the verdict stays. */
    private long right(int rows, int atOnce) {
        long right = 0;
        for (int from = 0; from < rows; from += BATCH) {
            List<String> batch = IntStream.range(from, Math.min(rows, from + BATCH))
                    .mapToObj(RedirectBenchmark::target)
                    .toList();
            right += new FanOut(atOnce, TIMEOUT.multipliedBy(BATCH))
                    .each(batch, this::leads, (row, why) -> false).stream()
                            .filter(led -> led)
                            .count();
        }
        return right;
    }

    private boolean leads(String target) {
        RawAddress address = RawAddress.of("http://" + HOST + target).orElseThrow();
        return probe.get(address)
                .fold(answer -> answer.isRedirect() && location(answer).equals(TARGET + target), silent -> false);
    }

    private static String location(Answered answer) {
        return answer.header("Location").orElse("");
    }

    private void memory() {
        say("heap in use after a collection");
        for (int rows : new int[] {ROWS, MANY}) {
            long before = Heap.used();
            long right = right(rows, AT_ONCE.get(0));
            say("  %,d rows right: before %,d KB, after %,d KB", right, before, Heap.used());
        }
    }

    private static String target(int row) {
        return "/page-" + row + "/?ids=1,2&next=%2Fapplications%2F" + row;
    }

    private static double median(List<Double> speeds) {
        return speeds.stream().sorted().toList().get(speeds.size() / 2);
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
