package cutover.bench;

import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.DnsProbe;
import cutover.probe.dns.DnsSettings;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The probe against 200 resolvers on loopback, beside {@code dig}: see {@code src/docs/benchmarks.md}. */
final class DnsBenchmark {

    private static final int RESOLVERS = 200;
    private static final int TIMES = 10;
    private static final int ROUNDS = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<Integer> DIGS = List.of(1, 2, 4, 8, 16, 32);
    private static final String NAME = "www.example.org";

    private final LoopbackResolvers resolvers;
    private final DnsProbe probe = new DnsProbe(new DnsSettings(TIMEOUT, Clock.systemUTC()));

    private DnsBenchmark(LoopbackResolvers resolvers) {
        this.resolvers = resolvers;
    }

    public static void main(String[] none) throws IOException, InterruptedException {
        try (LoopbackResolvers resolvers = LoopbackResolvers.start(RESOLVERS)) {
            DnsBenchmark benchmark = new DnsBenchmark(resolvers);
            benchmark.silence();
            benchmark.beside();
            benchmark.memory();
        }
    }

    /** The first time in a JVM that has asked nothing yet. */
    private void silence() throws IOException, InterruptedException {
        List<Query> queries = queries(resolvers.all(), 1);
        say("%,d questions to %d resolvers, a tenth of them silent", queries.size(), RESOLVERS);
        for (String which : List.of("cold", "warm")) {
            Timed<List<DnsObservation>> seen = Timed.of(() -> probe.askAll(queries));
            say(
                    "  %s: %,d answered, wall %.3f s, timeout %d s, wall/timeout %.3f (aim: at most 1.100)",
                    which,
                    answered(seen.value()),
                    seen.seconds(),
                    TIMEOUT.toSeconds(),
                    seen.seconds() / TIMEOUT.toSeconds());
        }
    }

    /** In turn, so that what else the machine does falls on both. */
    private void beside() throws IOException, InterruptedException {
        say(
                "%,d questions to those that answer",
                queries(resolvers.answering(), TIMES).size());
        if (!Dig.installed()) {
            say("  probe: %,.0f answers/s", ours());
            say("  dig: left out, dig or xargs is not installed (Debian, Ubuntu: apt-get install bind9-dnsutils)");
            return;
        }
        ours();
        int atOnce = bestForDig();
        List<Double> ours = new ArrayList<>();
        List<Double> digs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(ours());
            digs.add(dig(atOnce));
        }
        say("  probe: %,.0f answers/s, median of %d", median(ours), ROUNDS);
        say("  dig, %d at once: %,.0f answers/s, median of %d", atOnce, median(digs), ROUNDS);
        say("  probe/dig %.2f (aim: at least 1.00)", median(ours) / median(digs));
    }

    private double ours() throws IOException, InterruptedException {
        List<Query> queries = queries(resolvers.answering(), TIMES);
        Timed<List<DnsObservation>> seen = Timed.of(() -> probe.askAll(queries));
        return answered(seen.value()) / seen.seconds();
    }

    private int bestForDig() throws IOException, InterruptedException {
        Map<Double, Integer> speeds = new TreeMap<>();
        for (int atOnce : DIGS) {
            speeds.put(dig(atOnce), atOnce);
        }
        return List.copyOf(speeds.values()).get(speeds.size() - 1);
    }

    private double dig(int atOnce) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dig");
        Timed<Long> seen = Timed.of(() -> Dig.ask(folder, resolvers.answering(), NAME, TIMES, atOnce));
        delete(folder);
        return seen.value() / seen.seconds();
    }

    private static double median(List<Double> speeds) {
        return speeds.stream().sorted().toList().get(speeds.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void memory() {
        say("heap in use after a collection");
        say("  before %,d KB", Heap.used());
        for (int times : new int[] {1, TIMES}) {
            List<Query> queries = queries(resolvers.answering(), times);
            List<DnsObservation> seen = probe.askAll(queries);
            long held = Heap.used();
            int rows = seen.size();
            seen = List.of();
            queries = List.of();
            say("  %,d answers held: %,d KB; let go: %,d KB", rows, held, Heap.used());
        }
    }

    private static List<Query> queries(List<InetSocketAddress> servers, int times) {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (InetSocketAddress server : servers) {
                for (String type : CannedAnswers.RECORDS.keySet()) {
                    queries.add(Query.recursive(
                            new NameServer(server.getAddress().getHostAddress(), server), new Question(NAME, type)));
                }
            }
        }
        return queries;
    }

    private static long answered(List<DnsObservation> seen) {
        return seen.stream()
                .filter(each -> each.fold(answered -> !answered.records().isEmpty(), silent -> false))
                .count();
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
