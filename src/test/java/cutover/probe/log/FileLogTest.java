package cutover.probe.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {

    private static final Instant FROM = Instant.parse("2018-01-12T18:00:00Z");
    private static final Instant TO = FROM.plusSeconds(3_600);

    @TempDir
    private Path folder;

    private static String line(int minute, String message) {
        return "[INFO]\t2018-01-12T18:%02d:00.0Z\tid-%d\t%s%n".formatted(minute, minute, message);
    }

    private static LogObservation.Found found(LogObservation seen) {
        return seen.fold(one -> one, refused -> null, unreachable -> null);
    }

    private static List<String> messages(LogObservation seen) {
        return found(seen).records().stream().map(LogRecord::message).toList();
    }

    @Test
    void aFileThatIsNotThereYetIsUnreachableAndThenFound() throws IOException {
        Path file = folder.resolve("app.log");
        FileLog log = new FileLog(file, 100_000);
        assertThat(log.search("", FROM, TO)).isInstanceOf(LogObservation.Unreachable.class);
        Files.writeString(file, line(1, "one"));
        assertThat(messages(log.search("", FROM, TO))).containsExactly("one");
        Files.writeString(file, line(2, "two\n  more"), StandardOpenOption.APPEND);
        assertThat(messages(log.search("", FROM, TO))).containsExactly("one", "two\n  more");
    }

    @Test
    void termAndTimeSelect() throws IOException {
        Path file = folder.resolve("app.log");
        Files.writeString(file, line(1, "run-1 a") + line(2, "run-2 b") + line(3, "run-1 c"));
        FileLog log = new FileLog(file, 100_000);
        assertThat(messages(log.search("run-1", FROM, TO))).containsExactly("run-1 a", "run-1 c");
        assertThat(messages(log.search("run-1", FROM.plusSeconds(180), TO))).containsExactly("run-1 c");
        assertThat(messages(log.search("RUN-1", FROM, TO))).isEmpty();
    }

    @Test
    void aRotatedFileIsReadOn() throws IOException {
        Path file = folder.resolve("app.log");
        Files.writeString(folder.resolve("app.log.1"), line(1, "before"));
        Files.writeString(file, line(2, "after"));
        assertThat(messages(new FileLog(file, 100_000).search("", FROM, TO))).containsExactly("before", "after");
    }

    @Test
    void whatDoesNotFitIsToldOnlyIfItCouldMatter() throws IOException {
        Path file = folder.resolve("app.log");
        StringBuilder text = new StringBuilder();
        for (int minute = 0; minute < 60; minute++) {
            text.append(line(minute, "record " + minute));
        }
        Files.writeString(file, text);
        FileLog log = new FileLog(file, 500);
        LogObservation.Found early = found(log.search("", FROM, TO));
        assertThat(early.cut()).isTrue();
        assertThat(early.records()).hasSizeBetween(5, 15);
        assertThat(found(log.search("", FROM.plusSeconds(59 * 60), TO)).cut()).isFalse();
    }
}
