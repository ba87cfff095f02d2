package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.config.JsonSchema;
import cutover.config.Sources;
import cutover.config.StrictYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunbookFileTest {

    private static final String TIMELINE = """
            B1 B2 B3 B4 B5 B6 B7 B8 B9 M1 M2 M3 M4 M5 M6 \
            L1 L2 L3 L4 L5 L6 L7 L8 L9 L10 L11 L12 L13 L14 L15 L16 L17 L18 L19 \
            D1 D2 D3 D4 D5 D6 D7 D8 \
            R0 R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 \
            N1 N2 N3 N4 N5 N6 N7 N8""";

    private final Runbook runbook =
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()));

    @Test
    void theRunbookHasEveryLineOfTheTimelineInItsOrder() {
        assertThat(runbook.steps())
                .extracting(StepLine::id)
                .containsExactly(TIMELINE.strip().split(" +"));
    }

    @Test
    void everyPhaseHasBlockingSteps() {
        assertThat(Arrays.asList(Phase.values()))
                .allSatisfy(phase -> assertThat(runbook.of(phase)).anyMatch(StepLine::blocking));
    }

    @Test
    void uatIsL1ToL11WithTheWebhooksAndLiveRepeatsL6ToL11() {
        assertThat(ids(Phase.UAT))
                .containsExactly("L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11", "L15", "L16");
        assertThat(ids(Phase.LIVE))
                .containsExactly(
                        "L6", "L7", "L8", "L9", "L10", "L11", "L12", "L13", "L14", "L15", "L16", "L17", "L18", "L19");
    }

    @Test
    void theStepsThatMustWriteAreNamedAsSuch() {
        assertThat(runbook.steps().stream().filter(StepLine::writes).map(StepLine::id))
                .containsExactly("L6", "L7", "L8", "L15", "L16", "R2", "N6");
    }

    @Test
    void everyWhenUnmetLineCanBeReadAtTwoInTheMorning() {
        assertThat(runbook.steps())
                .allSatisfy(step ->
                        assertThat(step.whenUnmet()).hasSizeBetween(30, 420).doesNotContain("\n"));
    }

    @Test
    void theSchemaForEditorsIsThatOfTheCode() throws IOException {
        Path schema = Path.of("config/schema/runbook.schema.json");
        assertThat(JsonMapper.builder().build().readTree(schema.toFile())).isEqualTo(JsonSchema.of(Runbook.class));
        assertThat(Path.of("config/runbook.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=schema/runbook.schema.json");
    }

    private List<String> ids(Phase phase) {
        return runbook.of(phase).stream().map(StepLine::id).toList();
    }
}
