package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.patience.Patience;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that waits for resolvers: how long, what it says meanwhile, and what ends it early. */
class PropagationWaitTest {

    private static final Path FOLDER = Path.of("target/propagation-wait");
    private static final Patience PATIENCE = Patience.atMost(Duration.ofSeconds(60));

    private static Rehearsals rehearsals;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(FOLDER, "rehearsal");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void healthy() {
        rehearsals.twin().reset();
    }

    @Test
    void theWaitEndsWhenTheLastResolverFollows() throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.RESOLVER_STILL_OLD);
        CompletableFuture<Map<String, String>> run = CompletableFuture.supplyAsync(runWaiting("follows", "1h"));

        assertThat(PATIENCE.waitFor(
                                "the step to say who lags", () -> told("follows"), told -> told.contains("not yet: "))
                        .last()
                        .orElseThrow())
                .as("it tells until when, and for whom it waits")
                .contains("complete not before", "resolver-3.example (127.77.8.3)");
        rehearsals.twin().faults().clear();

        assertThat(run.join()).isEqualTo(Map.of("D1", ""));
    }

    @Test
    void theWaitEndsAtOnceWhenAServerOfTheZoneItselfIsBehind() throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.OLD_ADDRESS_STILL_NAMED);

        assertThat(runWaiting("behind", "1h").get()).containsKey("D1");
        assertThat(rehearsals.open())
                .contains("waiting does not help", "ns2.codeforamerica.org (127.77.3.2) tells clearmyrecord");
        assertThat(told("behind")).doesNotContain("not yet: ");
    }

    @Test
    void whenTheTimeIsOverTheLastLookIsTold() throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.RESOLVER_STILL_OLD);

        assertThat(runWaiting("over", "2s").get().get("D1")).contains("are still told by 1 of 3 resolvers");
        assertThat(told("over")).contains("not yet: ");
    }

    private Supplier<Map<String, String>> runWaiting(String name, String time) throws IOException {
        Path config = Copies.ofConfig(Files.createDirectories(home.resolve(name)));
        Path names = config.resolve("config/dns/rehearsal.yaml");
        String text = Files.readString(names);
        assertThat(text).doesNotContain("propagation:").contains("\nslow: ");
        Files.writeString(names, text.replaceFirst("\nslow: ", "\npropagation: " + time + "\nslow: "));
        return () -> rehearsals.run(
                name, Map.of("cutover.home", config.toString(), "cutover.phase", "day2", "cutover.steps", "D1"));
    }

    /** The journal of the run of that name, as far as it is written. */
    private static String told(String name) {
        try (Stream<Path> runs = Files.list(Files.createDirectories(FOLDER))) {
            StringBuilder text = new StringBuilder();
            for (Path run : runs.filter(path -> path.getFileName().toString().startsWith(name + "-"))
                    .toList()) {
                Path journal = run.resolve(Run.JOURNAL);
                text.append(Files.exists(journal) ? Files.readString(journal) : "");
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
