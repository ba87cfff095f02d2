package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.Entry;
import cutover.runbook.Outcome;
import cutover.runbook.Phase;
import cutover.runbook.ReturnWindow;
import cutover.runbook.RunStarted;
import cutover.runbook.WayBack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts as people see them, compared whole with files. */
class GoldenTest {

    @Test
    void theConsoleOfATroubledRun() throws IOException {
        assertThat(console(SampleRun.troubled(), false, StandardCharsets.UTF_8))
                .isEqualTo(golden("console-troubled.txt"));
    }

    @Test
    void theConsoleOfARehearsal() throws IOException {
        assertThat(console(SampleRun.smooth(), false, StandardCharsets.UTF_8)).isEqualTo(golden("console-smooth.txt"));
    }

    @Test
    void theConsoleOfATerminalThatShowsLettersOnly() throws IOException {
        String text = console(SampleRun.troubled(), false, StandardCharsets.US_ASCII);
        assertThat(text).isEqualTo(golden("console-ascii.txt"));
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    }

    @Test
    void theConsoleInColour() throws IOException {
        assertThat(console(SampleRun.troubled(), true, StandardCharsets.UTF_8).replace('\u001b', '^'))
                .isEqualTo(golden("console-colour.txt"));
    }

    @Test
    void theSummaryOfATroubledRun() throws IOException {
        assertThat(MarkdownReport.of(SampleRun.troubled().reported())).isEqualTo(golden("summary-troubled.md"));
    }

    @Test
    void theSummaryOfARehearsal() throws IOException {
        assertThat(MarkdownReport.of(SampleRun.smooth().reported())).isEqualTo(golden("summary-smooth.md"));
    }

    @Test
    void whatIsOtherwiseThanInTheLastRunIsOnTheConsoleAndInTheSummary() throws IOException {
        String text = console(SampleRun.changed(), false, StandardCharsets.UTF_8);
        assertThat(text.substring(text.indexOf("  Since"), text.indexOf("\n\n")))
                .isEqualTo(golden("console-changed.txt").stripTrailing());
        String summary = MarkdownReport.of(SampleRun.changed().reported());
        assertThat(summary.substring(summary.indexOf("## Since"), summary.indexOf("## Steps")))
                .isEqualTo(golden("summary-changed.md"));
    }

    @Test
    void theWayBackIsOneLineOnTheConsoleAndATableInTheSummary() throws IOException {
        ReportedRun run = SampleRun.remembered().reported();
        assertThat(new ConsoleLines(false, StandardCharsets.UTF_8, SampleRun.RUNBOOK)
                        .of(run.window().orElseThrow()))
                .isEqualTo(golden("console-way-back.txt").stripTrailing());
        String summary = MarkdownReport.of(run);
        assertThat(summary.substring(summary.indexOf("## Going back"), summary.indexOf("## Steps")))
                .isEqualTo(golden("summary-way-back.md"));
    }

    @Test
    void afterARollbackTheQuestionIsWhetherPeopleCanStay() {
        ReturnWindow window = new ReturnWindow(
                Phase.ROLLEDBACK,
                List.of(new ReturnWindow.Line(
                        WayBack.Subject.OLD_APPLICATION,
                        WayBack.Standing.NO_LONGER,
                        Optional.empty(),
                        List.of("it is off"),
                        List.of("R3: somebody"))));
        assertThat(new ConsoleLines(false, StandardCharsets.US_ASCII, SampleRun.RUNBOOK).of(window))
                .isEqualTo("  x staying back: no longer possible; old application: it is off");
    }

    @Test
    void aRunThatIsAsTheLastOneSaysSoInOneLine() {
        assertThat(console(
                        new SampleRun(false).compared(List.of(), List.of(), List.of()), false, StandardCharsets.UTF_8))
                .contains(
                        "  Since the run of 9 Jan 2026 02:00:00 UTC\n       nothing has changed of what both looked at\n");
    }

    @Test
    void manyMissedNightsAreToldAsASpan() {
        List<LocalDate> nights =
                LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2026, 1, 9)).toList();
        assertThat(console(new SampleRun(false).compared(List.of(), nights, List.of()), false, StandardCharsets.UTF_8))
                .contains("       no complete run from 2026-01-01 to 2026-01-08 (8 nights)\n");
        assertThat(console(
                        new SampleRun(false).compared(List.of(), nights.subList(0, 1), List.of()),
                        false,
                        StandardCharsets.UTF_8))
                .contains("       no complete run on 2026-01-01\n");
    }

    @Test
    void aLongListOfChangesIsCutOnTheConsole() {
        List<String> notes = IntStream.range(0, 20).mapToObj(i -> "note " + i).toList();
        assertThat(console(new SampleRun(false).compared(List.of(), List.of(), notes), false, StandardCharsets.UTF_8))
                .contains("       note 11\n       and 8 more in the report\n");
    }

    @Test
    void theConsoleShowsNoControlCharacterOfATarget() {
        ConsoleLines console = new ConsoleLines(false, StandardCharsets.UTF_8, SampleRun.RUNBOOK);
        List<String> lines = new SampleRun(false)
                .progress("L6", Hostile.TEXT).test("L6", Hostile.TEXT, Outcome.MET, 0, 1, List.of()).entries().stream()
                        .flatMap(entry -> console.of(entry).stream())
                        .toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
    }

    @Test
    void aNarrowedRunSaysSoInItsSecondLine() {
        Entry start = new RunStarted(
                "run-1",
                "prod",
                "https://www.example.org",
                Phase.LIVE,
                false,
                "-Dit.test=AdminLogin",
                Map.of(),
                Instant.EPOCH);
        assertThat(new ConsoleLines(false, StandardCharsets.UTF_8, SampleRun.RUNBOOK).of(start))
                .containsExactly(
                        "Cutover · environment prod · https://www.example.org · phase live · run run-1",
                        "  narrowed: -Dit.test=AdminLogin");
    }

    @Test
    void theSummaryIsNotMarkupOfTheTarget() {
        String text = MarkdownReport.of(Hostile.run());
        assertThat(text).doesNotContain("\u001b", "\u202E");
        assertThat(text.lines().filter(line -> line.startsWith("| L6"))).singleElement();
        assertThat(text.lines().filter(line -> line.startsWith("1. "))).allMatch(line -> !line.contains("<script"));
    }

    private static String console(SampleRun run, boolean colours, Charset charset) {
        ConsoleLines lines = new ConsoleLines(colours, charset, SampleRun.RUNBOOK);
        return Stream.concat(
                        run.entries().stream().flatMap(entry -> lines.of(entry).stream()),
                        lines.verdict(run.verdict(), List.of("target/cutover/report.html")).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
