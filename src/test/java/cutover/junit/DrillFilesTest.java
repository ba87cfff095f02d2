package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.config.Problem;
import cutover.config.Reading;
import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.drill.Drill;
import cutover.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a drill's file is told with file, line and what to do, before anything starts. */
class DrillFilesTest {

    private static final Runbook RUNBOOK =
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()));

    private static final String SOUND = """
            title: A drill
            story: Something happens.
            begins: live
            watches: [L6, L9]
            breaks:
              - {fault: database-down}
            notices: [L6, L9]
            decision: after-launch
            actions:
              - act: Put the old name back
                lever: old-name
                to: old
                seen-by: [R1]
              - act: Put the new names back
                lever: new-names
                to: old
                after: [old-name]
            proves: [R1]
            targets: {noticed: 2m, decided: 3m, back: 10m}
            """;

    @TempDir
    private Path home;

    private Reading reading;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(home.resolve("config/drills"));
        reading = new Reading(Sources.of(Map.of(), Map.of()));
    }

    private Map<String, Drill> read(String text) throws IOException {
        Files.writeString(home.resolve("config/drills/mine.yaml"), text);
        return new DrillFiles(home, RUNBOOK, LeverPlaces.all()).read(reading, List.of("mine"));
    }

    private String told() {
        return reading.problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aSoundFileIsRead() throws IOException {
        assertThat(read(SOUND)).containsOnlyKeys("mine");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void everyShippedDrillIsSoundWithoutAnyTwin() {
        Path here = Path.of("").toAbsolutePath();

        assertThat(new DrillFiles(here, RUNBOOK, LeverPlaces.all()).read(reading, DrillFiles.names(here)))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notices: [L6, L9]         | notices: [L6, L13]      | 1  | does not watch: L6, L13; add them to watches
            watches: [L6, L9]         | watches: [L6, L9, R1]   | 4  | phase live has no step R1; name one of
            proves: [R1]              | proves: [L13]           | 18 | phase rolledback has no step L13; name one of
            proves: [R1]              | needless: {R77: so}     | 18 | phase rolledback has no step R77; name one of
            proves: [R1]              | needless: {L13: so}     | 18 | phase rolledback has no step L13; name one of
            proves: [R1]              | needless: {R12: ''}     | 18 | needless.R12: the text is empty
            proves: [R1]              | needless: {R1: so}      | 1  | seen-by of "Put the old name back" wants it looked at
            fault: database-down      | fault: database-dwon    | 6  | the twin knows no database-dwon; see src/docs/faults.md
            fault: database-down      | harm: rows-mising       | 6  | the twin knows no rows-mising
            lever: new-names          | lever: new-name         | 15 | nothing here is called new-name; name one of
            to: old                   | to: olden               | 12 | old-name cannot stand at olden; name one of
            seen-by: [R1]             | seen-by: [L6, L13]      | 13 | phase rolledback has no step L13; name one of
            decision: after-launch    | decision: stay          | 1  | who stays does nothing
            decision: after-launch    | decision: stay          | 1  | leave the actions out for stay
            decision: after-launch    | decision: after-lunch   | 8  | after-launch
            begins: live              | begins: lives           | 3  | rolledback
            story: Something happens. | stori: Nothing.         | 2  | story
            after: [old-name]         | after: [phone]          | 1  | put the action that moves it before
            """)
    void whatIsWrongIsToldWithItsLineAndAWayOut(String sound, String wrong, int line, String sentence)
            throws IOException {
        assertThat(SOUND).contains(sound);
        read(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound), wrong));

        assertThat(told()).contains("mine.yaml:" + line).contains(sentence);
    }

    @Test
    void whatIsNeedlessIsNotProvedToo() throws IOException {
        read(SOUND.replace("proves: [R1]", "proves: [R2, R12]\nneedless: {R12: nothing was corrupted}"));

        assertThat(told())
                .contains("needless says that nobody looks at R12, and proves wants it looked at")
                .contains("leave it out of one of them");
    }

    @Test
    void anUnknownNameComesWithThoseThatThereAre() throws IOException {
        read(SOUND.replace("lever: new-names", "lever: new-name").replaceFirst("to: old", "to: olden"));

        assertThat(told()).contains("name one of old, new").contains("name one of old-name, new-names, phone, mail");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        read(SOUND.replace("database-down", "nothing").replace("proves: [R1]", "proves: [R77]"));

        assertThat(reading.problems()).hasSize(2);
    }

    @Test
    void theDocumentListsEveryLeverWithItsPlaces() throws IOException {
        String document = Files.readString(Path.of("src/docs/drills.md"));

        assertThat(LeverPlaces.all())
                .allSatisfy(lever -> assertThat(document)
                        .contains("| `" + lever.name() + "` | " + String.join(", ", lever.positions()) + " |"));
        assertThat(document.lines().filter(line -> line.startsWith("| `")))
                .hasSize(LeverPlaces.all().size());
    }
}
