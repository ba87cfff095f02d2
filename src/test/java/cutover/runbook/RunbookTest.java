package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunbookTest {

    private static StepLine step(String id, List<Phase> phases, String... parts) {
        return new StepLine(
                id,
                phases,
                "line",
                How.AUTO,
                true,
                false,
                "developers",
                "do",
                "",
                List.of(parts),
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                "");
    }

    @Test
    void twoStepsOfOneIdAreRefused() {
        List<StepLine> twice = List.of(step("L1", List.of(Phase.UAT)), step("L1", List.of(Phase.LIVE)));
        assertThatThrownBy(() -> new Runbook(twice)).hasMessage("the runbook has two steps with the id L1");
    }

    @Test
    void aStepMadeOfALaterOneIsRefused() {
        List<StepLine> steps = List.of(step("L1", List.of(Phase.UAT), "L2"), step("L2", List.of(Phase.UAT)));
        assertThatThrownBy(() -> new Runbook(steps)).hasMessageContaining("step L1 is made of L2");
    }

    @Test
    void aStepMadeOfOneThatItsPhaseDoesNotHaveIsRefused() {
        List<StepLine> steps = List.of(step("L1", List.of(Phase.UAT)), step("L2", List.of(Phase.LIVE), "L1"));
        assertThatThrownBy(() -> new Runbook(steps)).hasMessageContaining("not an earlier step of the same phases");
    }

    @Test
    void aStepIsFoundByItsId() {
        Runbook runbook = new Runbook(List.of(step("L1", List.of(Phase.UAT, Phase.LIVE))));
        assertThat(runbook.step("L1")).map(StepLine::home).contains(Phase.UAT);
        assertThat(runbook.step("L2")).isEmpty();
        assertThat(runbook.of(Phase.LIVE)).hasSize(1);
        assertThat(runbook.of(Phase.DAY2)).isEmpty();
    }

    @Test
    void aMistypedPhaseIsAnsweredWithTheListOfThose() {
        assertThat(Phase.named("day2")).isEqualTo(Phase.DAY2);
        assertThatThrownBy(() -> Phase.named("Live"))
                .hasMessage("no phase is called \"Live\"; there are: before, uat, live, day2, rolledback, nightly");
    }
}
