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
            notices: [L6, L9]   | notices: [L6, L66]    | 7  | notices
            watches: [L6, L9]   | watches: [L6, L9, R1] | 4  | phase live has no step R1
            proves: [R1]        | proves: [L13]         | 18 | phase rolledback has no step L13
            fault: database-down | fault: database-dwon | 6  | the twin knows no database-dwon
            lever: old-name     | lever: old-nam        | 11 | nothing here is called old-nam
            to: old             | to: olden             | 12 | old-name cannot stand at olden
            seen-by: [R1]       | seen-by: [L6, L13]    | 13 | phase rolledback has no step L13
            decision: after-launch | decision: stay     | 1  | who stays does nothing
            begins: live        | begins: lives         | 3  | lives
            story: Something happens. | stori: Nothing. | 2  | stori
            after: [old-name]   | after: [phone]        | 1  | comes after phone, which the actions before it do not move
            """)
    void whatIsWrongIsToldWithItsLineAndAWayOut(String sound, String wrong, int line, String sentence)
            throws IOException {
        assertThat(SOUND).contains(sound);
        read(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound), wrong));

        assertThat(told()).contains("mine.yaml:" + line).contains(sentence);
        assertThat(reading.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
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
