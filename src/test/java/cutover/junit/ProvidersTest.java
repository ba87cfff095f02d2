package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.LogPlace;
import cutover.environment.TaskStart;
import cutover.probe.log.LogObservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private static final Duration AMPLE = Duration.ofSeconds(10);

    @TempDir
    private Path home;

    @Test
    void aCommandThatEndsWellStartedTheTask() {
        assertThat(start(AMPLE, "sh", "-c", "echo started"))
                .isEqualTo(new StartedTask.Accepted("sh -c echo started", ""));
    }

    @Test
    void aCommandThatFailsIsToldWithItsCodeAndWords() {
        assertThat(start(AMPLE, "sh", "-c", "echo no such app >&2; exit 3"))
                .isInstanceOfSatisfying(
                        StartedTask.Failed.class,
                        failed -> assertThat(failed.detail()).isEqualTo("exit code 3: no such app"));
    }

    @Test
    void aProgramThatIsNotThereIsOurTrouble() {
        assertThat(start(AMPLE, "no-such-program-anywhere"))
                .isInstanceOfSatisfying(StartedTask.Unable.class, unable -> {
                    assertThat(unable.how()).isEqualTo("no-such-program-anywhere");
                    assertThat(unable.detail())
                            .startsWith("could not be started")
                            .contains("no-such-program-anywhere");
                });
    }

    @Test
    void aProgramThatHangsIsEndedWithItsChildren() {
        String mark = home.resolve("mark").toString();
        assertThat(start(Duration.ofMillis(300), "sh", "-c", "tail -f /dev/null " + mark + " & wait"))
                .isInstanceOfSatisfying(
                        StartedTask.Unable.class,
                        unable -> assertThat(unable.detail()).startsWith("ended by us after"));
        assertThat(Running.naming(mark)).isEmpty();
    }

    @Test
    void aLogFileIsFoundFromTheHomeFolder() throws IOException {
        Files.writeString(home.resolve("site.log"), "2024-01-01T12:00:00Z ERROR run-7 failed\n");
        try (Providers providers = new Providers(home, Optional.empty(), Optional.empty(), Map.of())) {
            LogObservation seen =
                    providers.log(new LogPlace.File(Path.of("site.log"))).search("run-7", Instant.EPOCH, Instant.MAX);

            assertThat(seen.toString()).contains("run-7 failed");
        }
    }

    private StartedTask start(Duration limit, String... command) {
        try (Providers providers = new Providers(home, Optional.empty(), Optional.empty(), Map.of())) {
            return providers.start(new TaskStart.Command(List.of(command)), limit);
        }
    }
}
