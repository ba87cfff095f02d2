package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.drill.Drill;
import cutover.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By how much of the phase a drill proves that the old site is back, as the shipped files have it. */
class ProvesTest {

    private static final Runbook RUNBOOK =
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()));

    private static Drill shipped(String name) {
        return StrictYaml.read(Path.of("config/drills", name + ".yaml"), Drill.class, Sources.of(Map.of(), Map.of()));
    }

    private static List<String> proved(Proves proves, Drill drill) {
        return proves.of(drill, RUNBOOK, ProvesTest.class).proves();
    }

    @Test
    void nothingSaidIsWhatTheFileNames() {
        Drill drill = shipped("after-launch");

        assertThat(Proves.named("").of(drill, RUNBOOK, ProvesTest.class)).isEqualTo(drill);
    }

    @Test
    void allIsEachStepOfThePhaseThatATestVerifies() {
        assertThat(proved(Proves.named("all"), shipped("after-launch")))
                .containsExactly(
                        "L6", "L7", "L8", "L9", "L10", "L11", "R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8",
                        "R9", "R12", "R13");
    }

    @Test
    void whatIsNeedlessIsNotProvedAndKeepsItsReason() {
        Drill whole = Proves.ALL.of(shipped("before-redirect"), RUNBOOK, ProvesTest.class);

        assertThat(whole.proves()).contains("L10", "R0", "R13").doesNotContain("R1", "R3", "R12");
        assertThat(whole.needless()).containsOnlyKeys("R1", "R3", "R12");
    }

    @Test
    void aFileThatNamesNoneProvesAllButTheNeedless() {
        Drill silent = shipped("before-redirect").proving(List.of());

        assertThat(proved(Proves.NAMED, silent)).isEqualTo(proved(Proves.ALL, shipped("before-redirect")));
    }

    @Test
    void whoStaysProvesNothing() {
        assertThat(proved(Proves.ALL, shipped("no-way-back"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"al", "ALL", "true", "none", "R12"})
    void anyOtherWordIsTold(String word) {
        assertThatThrownBy(() -> Proves.named(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("-Dproves=" + word + " says nothing; say -Dproves=all");
    }
}
