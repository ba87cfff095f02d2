package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.FailureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All phases of the launch on one twin. */
class DressRehearsalTest {

    @TempDir
    private Path folder;

    @Test
    void eachPhaseIsARunOfItsOwnWithItsOwnVerdictAndReport() throws IOException {
        DressRehearsal rehearsal = rehearsal(Map.of("cutover.steps", "B4,L5,L13,D6"));

        rehearsal.play(DressRehearsalTest.class);
        Rehearsed rehearsed = rehearsal.judge(DressRehearsalTest.class);

        assertThat(rehearsed.phases()).hasSize(4).allSatisfy((phase, judged) -> {
            assertThat(judged.verdict().run()).isEqualTo("dress-" + phase);
            assertThat(judged.told()).startsWith("PARTIAL").doesNotContain("could not", "is not met");
            assertThat(folder.resolve("report-" + phase + ".html")).isNotEmptyFile();
        });
        assertThat(rehearsed.isGo()).isFalse();
        assertThat(FailureText.of(rehearsed.finding()))
                .startsWith("the dress rehearsal: before PARTIAL, uat PARTIAL, live PARTIAL, day2 PARTIAL");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("dress-before");
    }

    @Test
    void nothingIsPlayedAgainstARealEnvironment() {
        DressRehearsal rehearsal = rehearsal(Map.of("cutover.environment", "prod"));

        rehearsal.play(DressRehearsalTest.class);

        assertThat(FailureText.of(rehearsal.judge(DressRehearsalTest.class).finding()))
                .contains("-Dphase=all plays the timeline on a twin", "prod.yaml", "-Penv=rehearsal -Dphase=all");
    }

    private DressRehearsal rehearsal(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "cutover.run", "dress",
                "cutover.phase", "all",
                "cutover.folder", folder.toString()));
        parameters.putAll(more);
        return new DressRehearsal(RunSettings.from(name -> Optional.ofNullable(parameters.get(name)), ""));
    }
}
