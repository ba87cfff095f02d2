package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.Decision;
import cutover.runbook.Reason;
import cutover.runbook.Verdict;
import cutover.runbook.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Test
    void aTroubledRunAsGitHubIsTold() throws IOException {
        List<String> lines = Annotations.of(SampleRun.troubled().verdict());

        try (InputStream golden = AnnotationsTest.class.getResourceAsStream("annotations-troubled.txt")) {
            assertThat(golden).isNotNull();
            assertThat(String.join("\n", lines) + "\n")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void advisoryReasonsWarnOnly() {
        assertThat(Annotations.of(verdict(new Reason(Weight.ADVISORY, "N1", "slow", ""))))
                .containsExactly("::warning title=NO-GO · N1::slow");
    }

    @Test
    void whatEndsACommandOrAPropertyIsEscaped() {
        assertThat(Annotations.of(verdict(new Reason(Weight.UNMET, "a:b,c%", "100 %: x\r\ny, z", "do\nthis"))))
                .containsExactly("::error title=NO-GO · a%3Ab%2Cc%25::100 %25: x y, z%0ATo do: do this");
    }

    @Test
    void moreThanTenBecomeNineAndANumber() {
        List<String> lines = Annotations.of(verdict(IntStream.range(0, 14)
                .mapToObj(i -> new Reason(Weight.UNMET, "L" + i, "reason", ""))
                .toArray(Reason[]::new)));

        assertThat(lines).hasSize(10);
        assertThat(lines.get(8)).startsWith("::error title=NO-GO · L8::");
        assertThat(lines.get(9)).isEqualTo("::error title=NO-GO::and 5 more reasons in the job's summary");
    }

    @Test
    void exactlyTenAreAllShown() {
        assertThat(Annotations.of(verdict(IntStream.range(0, 10)
                        .mapToObj(i -> new Reason(Weight.UNMET, "L" + i, "reason", ""))
                        .toArray(Reason[]::new))))
                .hasSize(10)
                .last()
                .asString()
                .contains("L9");
    }

    @Test
    void aGoodRunIsAnnotatedWithNothing() {
        assertThat(Annotations.of(new Verdict(Decision.GO, "run", List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void aTargetCannotGiveCommandsThroughTheConsole() {
        assertThat(Annotations.noCommand("       ::error::all is well")).isEqualTo("       : :error::all is well");
        assertThat(Annotations.noCommand("  but was  : x ##[add-mask]y")).isEqualTo("  but was  : x # #[add-mask]y");
        assertThat(Annotations.noCommand("  class A::B")).isEqualTo("  class A::B");

        ConsoleLines console = new ConsoleLines(false, StandardCharsets.UTF_8, SampleRun.RUNBOOK);
        List<String> lines = new SampleRun(false)
                        .test(
                                "L6",
                                "seen",
                                cutover.runbook.Outcome.UNMET,
                                0,
                                1,
                                List.of(cutover.finding.Finding.unmet("x")
                                        .butWas("first\n::stop-commands::x\n##[group]y")))
                        .entries()
                        .stream()
                        .flatMap(entry -> console.of(entry).stream())
                        .toList();
        assertThat(lines).anyMatch(line -> line.contains(": :stop-commands::x"));
        assertThat(lines).noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
    }

    private static Verdict verdict(Reason... reasons) {
        return new Verdict(Decision.NO_GO, "run", List.of(), List.of(reasons));
    }
}
