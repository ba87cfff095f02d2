package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps that ask the accounts behind the application, where no fault decides. */
class AccountStepsTest {

    private static Rehearsals rehearsals;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/accounts"), "rehearsal");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void healthy() {
        rehearsals.twin().reset();
    }

    @AfterEach
    void mended() {
        rehearsals.twin().faults().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "uat", "live", "day2", "rolledback", "nightly"})
    void aHealthyTwinMeetsThem(String phase) {
        List<String> steps = FaultTable.DATA.get(phase);
        Map<String, String> met = rehearsals.run(
                "healthy-" + phase, Map.of("cutover.phase", phase, "cutover.steps", String.join(",", steps)));

        assertThat(met.keySet()).containsExactlyInAnyOrderElementsOf(steps);
        assertThat(met.values()).allMatch(String::isEmpty, "no step has anything to say");
    }

    @Test
    void withoutTheTimeOfTheChangeARunOfTheSchedulerProvesNothing(@TempDir Path home) throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.SCHEDULER_RAN);

        assertThat(run("uat", "L3", changed(home, "(?m)^  changed-at:.*$")).get("L3"))
                .isEqualTo(
                        "could not tell: which jobs the old side's scheduler has can't be asked, and its log does not"
                                + " show it");
    }

    @Test
    void anAccountThatNobodyNamedIsUnknownAndSaysWhichKeyIsMissing(@TempDir Path home) throws IOException {
        Path without = changed(home, "(?ms)^cloud:.*?(?=^known:)");

        assertThat(run("before", "M1,M3", without).values())
                .containsExactly(
                        "could not tell: the database of which snapshots are taken is not known here",
                        "could not tell: the media bucket is not known here");
        assertThat(run("live", "L18", without).values())
                .containsExactly("could not tell: who watches https://www.clearmyrecord.org/health/ is not known here");
        assertThat(run("rolledback", "R12", without).values())
                .containsExactly("could not tell: the restored copy of the database is not known here");
        assertThat(run("nightly", "N2,N3,N4", without).values())
                .allMatch(line -> line.startsWith("could not tell: ") && line.endsWith(" is not known here")
                        || line.contains("which alarms there must be"));
        assertThat(rehearsals.open()).contains("config/environments has no cloud.alarms");
    }

    @Test
    void withoutHerokuNobodyCanTellWhetherAWorkerRuns(@TempDir Path home) throws IOException {
        assertThat(run("rolledback", "R9", changed(home, "(?ms)^heroku:.*?(?=^known:)")))
                .isEqualTo(
                        Map.of("R9", "could not tell: whether the old application's processes run is not known here"));
    }

    @Test
    void withoutTheOldBuildNobodyCanTellWhetherItIsTheFormerOne(@TempDir Path home) throws IOException {
        assertThat(run("rolledback", "R6", changed(home, "(?m)^    build: \\$\\{twin.build.old}$")))
                .isEqualTo(Map.of(
                        "R6", "could not tell: which build is the one from before the migration is not known here"));
    }

    @Test
    void withoutTheOldMigrationsNobodyCanTellWhetherTheOldCodeKnowsTheSchema(@TempDir Path home) throws IOException {
        Path without = changed(home, "(?m)^  migrations: .*$");
        String unknown = "could not tell: the newest migration that the old code knows is not known here";

        assertThat(run("rolledback", "R6", without)).isEqualTo(Map.of("R6", unknown));
        assertThat(run("nightly", "N8", without)).isEqualTo(Map.of("N8", unknown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?ms)^pingdom:.*?(?=^retired-login:)", "(?m)^    earlier-session: [A-Z_]+$"})
    void withoutAMonitorOrAnEarlierSessionTheRestOfTheOldApplicationIsStillJudged(String left, @TempDir Path home)
            throws IOException {
        assertThat(run("rolledback", "R9", changed(home, left))).isEqualTo(Map.of("R9", ""));
    }

    @Test
    void withoutTheLiveDatabaseACopyIsProvedCleanButNobodyKnowsWhatIsLost(@TempDir Path home) throws IOException {
        assertThat(run("rolledback", "R12", changed(home, "(?ms)^database:.*?(?=^# to go back to)")))
                .isEqualTo(Map.of("R12", "could not tell: the live database is not known here"));
        assertThat(rehearsals.met())
                .contains("the restored copy intake_restored has no row twice")
                .noneMatch(sentence -> sentence.startsWith("going back"));
    }

    @Test
    void aCopyThatIsTheLiveDatabaseUnderAnotherNameIsNoCopy(@TempDir Path home) throws IOException {
        Path other = Copies.ofConfig(home);
        Path environment = other.resolve("config/environments/rehearsal.yaml");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replaceFirst(
                                "(?s)host: 127.0.0.1(\\s+port: \\S+\\s+name: intake)_restored", "host: localhost$1"));

        assertThat(run("rolledback", "R12", other))
                .isEqualTo(Map.of("R12", "what should be the restored copy is the live database itself"));
    }

    @Test
    void whatIsLostIsListedByItsIdsAndNothingElse() throws IOException {
        rehearsals.run("lost", Map.of("cutover.phase", "rolledback", "cutover.steps", "R12"));

        assertThat(rehearsals.met())
                .contains("going back to intake_restored loses 4 rows of 2 tables, and the last changes of 0 rows of 0"
                        + " tables; the evidence lists them by id");
        assertThat(rehearsals.evidence("R12-what-is-lost.txt"))
                .startsWith(
                        "by id:\nintake_application: 2 rows lost, id 105-106\nintake_formsubmission: 2 rows lost, id"
                                + " 102-103\n\ncounted only:\n");
    }

    @Test
    void bucketsThatNobodyNamedAreUnknownAndSayWhichKeyIsMissing(@TempDir Path home) throws IOException {
        Path without = changed(home, "(?ms)^  buckets:.*?(?=^  retired-key:)");
        String unknown = "could not tell: where the application's files lie on both sides is not known here";

        assertThat(run("before", "M4,M5,M6", without)).isEqualTo(Map.of("M4", unknown, "M5", "", "M6", unknown));
        assertThat(rehearsals.open()).contains("config/environments has no cloud.buckets");
        assertThat(run("rolledback", "R13", without)).isEqualTo(Map.of("R13", unknown));
    }

    @Test
    void withoutTheListOfTheDatabaseALostFileIsNotSeenAndTheStepsDoNotPretendTo(@TempDir Path home) throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.NAMED_OBJECT_LOST);
        Path without = changed(home, "(?m)^    named:.*$");

        assertThat(run("before", "M4,M6", without)).isEqualTo(Map.of("M4", "", "M6", ""));
        assertThat(run("rolledback", "R13", without)).isEqualTo(Map.of("R13", ""));
    }

    @Test
    void aListOfTheDatabaseThatIsNotThereIsNoProof(@TempDir Path home) throws IOException {
        Path moved = changed(home, "(?m)(?<=^    named:).*$");
        Path environment = moved.resolve("config/environments/rehearsal.yaml");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replaceFirst("(?m)^    named:$", "    named: " + home.resolve("none.txt")));
        String unknown = "could not tell: which files the database names is not told";

        assertThat(run("before", "M4,M6", moved)).isEqualTo(Map.of("M4", unknown, "M6", unknown));
        assertThat(run("rolledback", "R13", moved)).isEqualTo(Map.of("R13", unknown));
    }

    @Test
    void aKnownFileThatIsNotThereProvesNothingOfStrangersAndOfTheOldKey(@TempDir Path home) throws IOException {
        Path moved = changed(home, "(?m)(?<=^    known:).*$");
        Path environment = moved.resolve("config/environments/rehearsal.yaml");
        Files.writeString(
                environment, Files.readString(environment).replaceFirst("(?m)^    known:$", "    known: no/such.pdf"));

        assertThat(run("before", "M4,M5,M6", moved))
                .isEqualTo(Map.of(
                        "M4",
                        "could not tell: whether strangers can read no/such.pdf in intake-production-media is not told",
                        "M5",
                        "could not tell: whether the old host's key reads its files is not told",
                        "M6",
                        ""));
    }

    @Test
    void withoutADatabaseNobodyTellsWhatDocumentsMustShow(@TempDir Path home) throws IOException {
        Path without = changed(home, "(?ms)^database:.*?(?=^# to go back to)");

        assertThat(run("rolledback", "R13", without))
                .isEqualTo(Map.of("R13", "could not tell: what stored PDFs must show is not known here"));
        assertThat(rehearsals.open()).contains("config/environments has no database");
    }

    @Test
    void withoutAQueryPeopleCompareDocumentsWithTheirRecords(@TempDir Path home) throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.STORED_PDF_OF_ANOTHER);

        assertThat(run("rolledback", "R13", asking(home, ""))).isEqualTo(Map.of("R13", ""));
    }

    @Test
    void aQueryThatFailsOrFitsNothingIsNoProof(@TempDir Path home, @TempDir Path other) throws IOException {
        assertThat(run("rolledback", "R13", asking(home, "  documents: select pdf, shoe_size from intake_filledpdf\n")))
                .isEqualTo(Map.of("R13", "could not tell: the database does not tell what stored PDFs must show"));
        assertThat(rehearsals.open()).contains("42703", "config/applications, records.documents");

        assertThat(run(
                        "rolledback",
                        "R13",
                        asking(other, "  documents: select 'media/' || pdf, pdf from intake_filledpdf\n")))
                .isEqualTo(Map.of("R13", "could not tell: no stored PDF could be held to a record"));
    }

    @Test
    void aFileThatOnlyARecordNamesIsMissingWhateverTheListSays(@TempDir Path home) throws IOException {
        Path lost = asking(
                home,
                "  documents: select form.pdf, person.last_name from intake_filledpdf form join intake_formsubmission"
                        + " person on person.id = form.submission_id union all select 'filled_pdfs/lost.pdf', 'anybody'\n");

        assertThat(run("rolledback", "R13", lost))
                .isEqualTo(Map.of("R13", "1 file that the database names is missing in cmr-production-media"));
        assertThat(rehearsals.open()).contains("missing: filled_pdfs/lost.pdf");
    }

    /** With this in the place of what the application's file has on what documents must show. */
    private static Path asking(Path home, String line) throws IOException {
        Path copy = Copies.ofConfig(home);
        Path application = copy.resolve("config/applications/clear-my-record.yaml");
        String text = Files.readString(application);
        String changed = text.replaceFirst("(?ms)^  documents: >-.*?\n(?=\\S|\n)", line);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(application, changed);
        return copy;
    }

    @Test
    void onlyWhatWasWrittenSinceDataWasBrokenIsOpened(@TempDir Path home) throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.STORED_PDF_IS_PAGE);
        Path later = changed(home, "(?m)(?<=^    page:) 3$");
        Path environment = later.resolve("config/environments/rehearsal.yaml");
        String text = Files.readString(environment);
        Files.writeString(
                environment,
                text.replaceFirst("(?m)^    page:$", "    page: 3\n    broken-since: 2200-01-01T00:00:00Z"));

        assertThat(run("rolledback", "R13", later)).isEqualTo(Map.of("R13", ""));
    }

    @Test
    void withoutTheTimeOfTheFirstSyncAWrittenFileIsTheFirstSyncsToo(@TempDir Path home) throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.OBJECT_WRITTEN_AFTER_SYNC);

        assertThat(run("before", "M4", changed(home, "(?m)^    synced-at: .*first.*$"))
                        .get("M4"))
                .isEqualTo("1 file of cmr-production-media is missing in intake-production-media");
    }

    private static Map<String, String> run(String phase, String steps, Path home) {
        return rehearsals.run(
                "changed-" + phase,
                Map.of("cutover.phase", phase, "cutover.steps", steps, "cutover.home", home.toString()));
    }

    /** A copy of the configuration in which something is left out. */
    private static Path changed(Path home, String left) throws IOException {
        Path copy = Copies.ofConfig(home);
        Path environment = copy.resolve("config/environments/rehearsal.yaml");
        String text = Files.readString(environment);
        String shorter = text.replaceFirst(left, "");
        assertThat(shorter).isNotEqualTo(text);
        Files.writeString(environment, shorter);
        return copy;
    }
}
