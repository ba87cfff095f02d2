package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.FailureText;
import cutover.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aRunThatCouldNotStartIsNoGoForThatReasonAlone() throws IOException {
        leave(RunOrProblem.PROBLEMS, "2 problems in the configuration:\ntemp.yaml:3: one\ntemp.yaml:7: two");

        Finding verdict = judge();

        assertThat(verdict.isMet()).isFalse();
        assertThat(FailureText.of(verdict))
                .startsWith("the verdict is NO-GO\n")
                .contains("but was  : the run could not start: 2 problems in the configuration:\n")
                .contains(folder.resolve("r1").resolve(RunOrProblem.PROBLEMS).toString());
        assertThat(told()).contains("NO-GO", "1. the run could not start").doesNotContain("2. ", "journal");
    }

    @Test
    void aRunWithoutAJournalIsNoGo() {
        assertThat(FailureText.of(judge())).startsWith("the verdict is NO-GO\n").contains("there is no journal at");
    }

    @Test
    void secretsInTheRunsOwnFilesSpeakAgainstItBeforeAllElse() throws IOException {
        leave(Run.LEAKS, "STAFF_PASSWORD (plain) in evidence/1.html");

        assertThat(FailureText.of(judge()))
                .contains(
                        "but was  : secrets were found in the run's own files: STAFF_PASSWORD (plain) in evidence/1.html");
        assertThat(told()).contains("1. secrets were found", "2. there is no journal");
    }

    @Test
    void theReportsLieUnderNamesThatDoNotChange() {
        judge();

        assertThat(folder.resolve("report.html")).hasSameTextualContentAs(folder.resolve("r1/report.html"));
        assertThat(folder.resolve("report.json")).exists();
        assertThat(folder.resolve("summary.md")).exists();
    }

    private Finding judge() {
        Map<String, String> parameters = Map.of("cutover.run", "r1", "cutover.folder", folder.toString());
        RunSettings settings = RunSettings.from(name -> Optional.ofNullable(parameters.get(name)), "unused");
        return new Gate(settings, new PrintStream(console, true, StandardCharsets.UTF_8)).judge(GateTest.class);
    }

    private String told() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private void leave(String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("r1")).resolve(file), text);
    }
}
