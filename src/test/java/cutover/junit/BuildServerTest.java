package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildServerTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void onGitHubTheReasonsAreAnnotatedAndTheSummaryIsAppended(@TempDir Path home) throws IOException {
        Path summary = Files.writeString(home.resolve("summary"), "# before\n");
        FixtureRuns runs = new FixtureRuns(home);

        Gate.Judged judged = runs.judged(
                "never-was",
                console,
                BuildServer.of(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString())));

        assertThat(judged.isGo()).isFalse();
        assertThat(told()).contains("\n::error title=NO-GO::");
        assertThat(Files.readString(summary))
                .isEqualTo("# before\n" + Files.readString(runs.home().resolve("runs/summary.md")));
    }

    @Test
    void elsewhereNothingIsSaidTwice(@TempDir Path home) throws IOException {
        Path summary = home.resolve("summary");

        new FixtureRuns(home)
                .judged("never-was", console, BuildServer.of(Map.of("GITHUB_STEP_SUMMARY", summary.toString())));

        assertThat(told()).doesNotContain("::error");
        assertThat(summary).doesNotExist();
    }

    @Test
    void aSummaryThatCannotBeWrittenIsToldAndChangesNoVerdict(@TempDir Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("a-folder"));

        Gate.Judged judged = new FixtureRuns(home)
                .judged(
                        "never-was",
                        console,
                        BuildServer.of(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", folder.toString())));

        assertThat(judged.told()).startsWith("NO-GO").contains("there is no journal at");
        assertThat(told()).contains("the job's summary could not be written to " + folder);
    }

    private String told() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
