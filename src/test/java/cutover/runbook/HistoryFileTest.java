package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final HistoryEntry FIRST = Past.night("2026-11-21T02:00:00Z")
            .step("N5", State.FLAKY, 1234)
            .fact("N5", "dns example.org www A ttl", "60 \"sec\"\nonds – ü")
            .entry();
    private static final HistoryEntry SECOND =
            Past.night("2026-11-22T02:00:00Z").met("N5").entry();

    private HistoryFile file;

    @BeforeEach
    void aFileThatIsNotThereYet(@TempDir Path folder) {
        file = HistoryFile.in(folder.resolve("not/yet"), "prod");
    }

    @Test
    void withoutAFileThereIsNoHistory() {
        assertThat(file.read()).isEqualTo(History.EMPTY);
    }

    @Test
    void runsAreReadBackAsTheyWereAppended() throws IOException {
        append(FIRST);
        append(SECOND);

        assertThat(file.path()).hasFileName("prod.jsonl");
        assertThat(file.read()).isEqualTo(new History(List.of(FIRST, SECOND), List.of()));
        assertThat(Files.readAllLines(file.path())).hasSize(2);
    }

    /** Whatever part of the second line a killed run leaves, the first and the next run are whole. */
    @Test
    void aRunThatIsKilledWhileItAppendsDamagesNeitherEarlierNorLaterOnes() throws IOException {
        append(FIRST);
        long first = Files.size(file.path());
        append(SECOND);
        byte[] both = Files.readAllBytes(file.path());
        for (int length = (int) first; length < both.length - 1; length += 17) {
            Files.write(file.path(), Arrays.copyOf(both, length));
            assertThat(file.read()).as("cut at %s", length).isEqualTo(new History(List.of(FIRST), List.of()));

            append(SECOND);
            assertThat(file.read().entries()).as("cut at %s", length).containsExactly(FIRST, SECOND);
            assertThat(file.read().damage()).as("cut at %s", length).hasSize(length == first ? 0 : 1);
        }
    }

    @Test
    void aLineThatLacksOnlyItsEndCounts() throws IOException {
        append(FIRST);
        Files.writeString(file.path(), Files.readString(file.path()).stripTrailing());

        assertThat(file.read().entries()).containsExactly(FIRST);
        append(SECOND);
        assertThat(file.read()).isEqualTo(new History(List.of(FIRST, SECOND), List.of()));
    }

    @Test
    void damagedLinesInTheMiddleAreSkippedAndCounted() throws IOException {
        append(FIRST);
        for (String line : List.of("{\"run\":", "null", "[1]", "", "\0\0\0", "{}")) {
            Files.writeString(file.path(), line + "\n", StandardOpenOption.APPEND);
        }
        append(SECOND);

        History history = file.read();
        assertThat(history.entries()).containsExactly(FIRST, SECOND);
        assertThat(history.damage())
                .containsExactly("5 lines of the history " + file.path()
                        + " cannot be read, so those runs are not remembered: 2, 3, 4, 6, 7");
        assertThat(history.doubts()).isEqualTo(history.damage());
    }

    @Test
    void aLineOfALaterVersionIsUnderstood() throws IOException {
        append(FIRST);
        Files.writeString(
                file.path(), Files.readString(file.path()).replace("{\"run\"", "{\"weather\":{\"sun\":1},\"run\""));

        assertThat(file.read()).isEqualTo(new History(List.of(FIRST), List.of()));
    }

    @Test
    void aFileThatCannotBeReadIsToldAndNoException() throws IOException {
        Files.createDirectories(file.path());

        assertThat(file.read().entries()).isEmpty();
        assertThat(file.read().damage()).singleElement().asString().startsWith("the history " + file.path());
        assertThatThrownBy(() -> append(FIRST))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the history " + file.path() + " cannot be written");
    }

    @Test
    void theMaskReachesKeysAndValues() throws IOException {
        HistoryEntry entry = Past.night("2026-11-21T02:00:00Z")
                .fact("N5", "key of hunter2", "value of hunter2")
                .entry();
        file.append(entry, text -> text.replace("hunter2", "***"));

        assertThat(Files.readString(file.path())).doesNotContain("hunter2").contains("key of ***", "value of ***");
    }

    @Test
    void aLineInWhichASecretIsLeftIsNotWritten() {
        UnaryOperator<String> mask = text -> text.startsWith("{") ? text.replace("example", "***") : text;

        assertThatThrownBy(() -> file.append(FIRST, mask)).isInstanceOf(IllegalStateException.class);
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void threadsThatAppendAtOnceDoNotMix() {
        IntStream.range(0, 40).parallel().forEach(i -> append(FIRST));

        assertThat(file.read().damage()).isEmpty();
        assertThat(file.read().entries()).hasSize(40).containsOnly(FIRST);
    }

    @Test
    void processesThatAppendAtOnceDoNotMix() throws IOException, InterruptedException {
        List<Process> writers = Stream.of("one", "two")
                .map(name -> HistoryWriter.start(file.path().getParent(), name, 25))
                .toList();
        for (Process writer : writers) {
            assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        History history = file.read();
        assertThat(history.damage()).isEmpty();
        assertThat(history.entries()).hasSize(50);
        for (String name : List.of("one", "two")) {
            assertThat(history.entries().stream().filter(entry -> entry.site().equals(name)))
                    .as(name)
                    .hasSize(25);
        }
    }

    private void append(HistoryEntry entry) {
        file.append(entry, UnaryOperator.identity());
    }
}
