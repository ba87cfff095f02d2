package cutover.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.patience.Durations;
import cutover.runbook.Entry;
import cutover.runbook.StepFinished;
import cutover.runbook.StepStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run took: measured while it goes on, left in its folder, and told by the gate together with its journal. */
final class Figures {

    static final String FILE = "figures.json";

    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");

    private final Duration twinStart;
    private final Map<String, Duration> waits = new ConcurrentHashMap<>();

    /** @param twinStart zero when no twin was started */
    Figures(Duration twinStart) {
        this.twinStart = twinStart;
    }

    /** A test waited for a free browser. */
    void waited(String test, Duration time) {
        waits.merge(test, time, Duration::plus);
    }

    /** Writes what was measured; to be called while browsers and database still run. */
    void leave(Path folder) {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        node.put("twinStartMillis", twinStart.toMillis());
        node.put("peakMemoryKilobytes", peakMemory());
        ObjectNode waited = node.putObject("waitedForBrowserMillis");
        waits.forEach((test, time) -> waited.put(test, time.toMillis()));
        try {
            Files.writeString(folder.resolve(FILE), node.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for the console; empty when the run left no figures. */
    static Optional<String> told(Path folder, List<Entry> entries) {
        Path file = folder.resolve(FILE);
        List<StepFinished> finished = entries.stream()
                .filter(StepFinished.class::isInstance)
                .map(StepFinished.class::cast)
                .toList();
        if (!Files.exists(file) || finished.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = JsonMapper.builder().build().readTree(file.toFile());
            return Optional.of(told(node, finished, wall(entries, finished)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String told(JsonNode node, List<StepFinished> finished, Duration wall) {
        JsonNode waited = node.path("waitedForBrowserMillis");
        Comparator<StepFinished> byWork = Comparator.comparing(step -> work(step, waited));
        StepFinished longest = finished.stream().max(byWork).orElseThrow();
        Duration sum = finished.stream().map(step -> work(step, waited)).reduce(Duration.ZERO, Duration::plus);
        double ratio = wall.toMillis() / Math.max(1.0, work(longest, waited).toMillis());
        return String.format(
                Locale.ROOT,
                "twin up in %s; suites %s, sum of the steps %s, longest step %s (%s), ratio %.1f; memory at most %d MB",
                Durations.told(Duration.ofMillis(node.path("twinStartMillis").asLong())),
                Durations.told(wall),
                Durations.told(sum),
                Durations.told(work(longest, waited)),
                longest.step(),
                ratio,
                node.path("peakMemoryKilobytes").asLong() / 1024);
    }

    private static Duration work(StepFinished step, JsonNode waited) {
        return Duration.ofMillis(
                step.durationMillis() - waited.path(step.test()).asLong());
    }

    private static Duration wall(List<Entry> entries, List<StepFinished> finished) {
        Instant begin = entries.stream()
                .filter(StepStarted.class::isInstance)
                .map(Entry::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end =
                finished.stream().map(Entry::at).max(Comparator.naturalOrder()).orElseThrow();
        return Duration.between(begin, end);
    }

    /** Sum of the peaks of this process and of all that it started; 0 where the system does not tell. */
    private static long peakMemory() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .mapToLong(process -> peak(process.pid()))
                .sum();
    }

    private static long peak(long pid) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
