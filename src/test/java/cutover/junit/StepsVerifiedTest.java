package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.runbook.How;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import cutover.runbook.StepLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which steps of the runbook have tests, and what the README says of it. */
class StepsVerifiedTest {

    private static final Path README = Path.of("README.md");

    /** The runbook's automatic steps that nobody has written a test for yet; whoever does takes it out of here. */
    private static final List<String> NOT_YET = List.of();

    private final Runbook runbook =
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()));
    private final Set<String> tested = StepTests.beside(StepsVerifiedTest.class).steps();

    @Test
    void everyTestNamesAStepOfTheRunbook() {
        assertThat(runbook.steps()).extracting(StepLine::id).containsAll(tested);
        assertThat(tested).isNotEmpty();
    }

    @Test
    void everyAutomaticStepHasATestOrIsKnownToHaveNone() {
        assertThat(ids(step -> step.how() == How.AUTO && step.madeOf().isEmpty() && !tested.contains(step.id())))
                .isEqualTo(NOT_YET);
    }

    @Test
    void nobodyTestsWhatOnlyAPersonCanSay() {
        assertThat(ids(step -> step.how() == How.SIGN_OFF)).doesNotContainAnyElementsOf(tested);
    }

    @Test
    void whatATestMustSeeIsSaidExactlyOfTheStepsThatHaveOne() {
        assertThat(ids(step -> !step.seen().isEmpty())).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void theReadmeListsThem() throws IOException {
        String table = table();
        Path wanted = Path.of("target/cutover/steps.md");
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, table);

        assertThat(README)
                .as("copy %s between the marks of README.md", wanted)
                .content()
                .contains("<!-- steps, generated from config/runbook.yaml -->\n" + table + "<!-- end of steps -->\n");
    }

    private String table() {
        StringBuilder text = new StringBuilder("| step | phases | what must be seen |\n|---|---|---|\n");
        runbook.steps().stream()
                .filter(step -> !step.seen().isEmpty())
                .forEach(step -> text.append("| ")
                        .append(step.id())
                        .append(" | ")
                        .append(step.phases().stream().map(Phase::key).collect(Collectors.joining(" ")))
                        .append(" | ")
                        .append(step.seen())
                        .append(" |\n"));
        String open = NOT_YET.isEmpty()
                ? "Each automatic step has a test."
                : "No test verifies these yet: " + String.join(", ", NOT_YET) + ".";
        return text + "\n" + open + " A person's word stands for: " + String.join(", ", ids(StepLine::isSigned))
                + ".\n";
    }

    private List<String> ids(Predicate<StepLine> which) {
        return runbook.steps().stream().filter(which).map(StepLine::id).toList();
    }
}
