package cutover.bench;

import cutover.patience.FanOut;
import cutover.probe.http.Answered;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.probe.http.RawAddress;
import cutover.probe.http.Route;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A redirect map against a front on loopback, beside {@code curl --parallel}: see {@code src/docs/benchmarks.md}. */
final class RedirectBenchmark {

    private static final int ROWS = 500;
    private static final int MANY = 5_000;
    private static final int AHEAD = 64;
    private static final int ROUNDS = 9;
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
                new OnePlace(front),
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
            List<Double> kept = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                ours.add(ours(ROWS, atOnce));
                if (Curl.installed()) {
                    curls.add(curl(atOnce, false));
                    kept.add(curl(atOnce, true));
                }
            }
            say("  %d at once: probe %,.0f rows/s, median of %d", atOnce, median(ours), ROUNDS);
            if (Curl.installed()) {
                told("curl", median(ours), median(curls), " (aim: at least 1.00)");
                told("curl that keeps its connections", median(ours), median(kept), "");
            } else {
                say("    curl: left out, it is not installed");
            }
        }
    }

    private static void told(String who, double ours, double theirs, String aim) {
        say("    %s %,.0f rows/s; probe / that %.2f%s", who, theirs, ours / theirs, aim);
    }

    private double ours(int rows, int atOnce) throws IOException, InterruptedException {
        Timed<Long> seen = Timed.of(() -> right(rows, atOnce));
        demand(rows, seen.value());
        return rows / seen.seconds();
    }

    private double curl(int atOnce, boolean kept) throws IOException, InterruptedException {
        Timed<Long> seen = Timed.of(() -> Curl.ask(
                HOST,
                port,
                IntStream.range(0, ROWS).mapToObj(RedirectBenchmark::target).toList(),
                TARGET,
                atOnce,
                kept));
        demand(ROWS, seen.value());
        return ROWS / seen.seconds();
    }

    private static void demand(int rows, long right) {
        if (right != rows) {
            throw new IllegalStateException(right + " of " + rows + " rows led where they must");
        }
    }

    /** With as many rows ahead as in the suite: of each row only the verdict stays. */
    private long right(int rows, int atOnce) {
        AtomicInteger right = new AtomicInteger();
        new FanOut(atOnce, TIMEOUT.multipliedBy(AHEAD))
                .inTurn(
                        IntStream.range(0, rows)
                                .mapToObj(RedirectBenchmark::target)
                                .iterator(),
                        AHEAD,
                        this::leads,
                        (row, why) -> false,
                        (row, led) -> right.addAndGet(led ? 1 : 0));
        return right.get();
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

    /** As the suite's own: each address of a name is asked itself. */
    private record OnePlace(InetSocketAddress place) implements Route {

        @Override
        public List<InetSocketAddress> to(String host, int port) {
            return List.of(place);
        }

        @Override
        public boolean asksNobody(String host, int port) {
            return true;
        }
    }

    private static double median(List<Double> speeds) {
        return speeds.stream().sorted().toList().get(speeds.size() / 2);
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
