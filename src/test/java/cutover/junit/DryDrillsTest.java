package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.Lever;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not rehearsed never counts as rehearsed. */
class DryDrillsTest {

    @TempDir
    private Path folder;

    private RunSettings settings(String environment) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "cutover.run",
                "dry",
                "cutover.environment",
                environment,
                "cutover.history",
                folder.resolve("history").toString(),
                "cutover.folder",
                folder.toString()));
        return RunSettings.from(name -> Optional.ofNullable(parameters.get(name)), "");
    }

    private Finding judged(String environment, String dry, String... drills) {
        return judged(new RollbackDrills(settings(environment), List.of(drills), dry, ""));
    }

    private static Finding judged(RollbackDrills all) {
        all.run(DryDrillsTest.class);
        return all.judge();
    }

    private List<String> files() throws java.io.IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aPlanIsPartialAndLeavesNoRecordOfADrill() throws java.io.IOException {
        Finding finding = judged("rehearsal", "plan");

        assertThat(finding.isMet()).isFalse();
        assertThat(FailureText.of(finding))
                .startsWith("PARTIAL: this is the plan only, nothing was rehearsed")
                .contains("leave -Ddry out");
        assertThat(files()).containsExactly("dry/" + RollbackDrills.ASKED);
    }

    @Test
    void aPlanSaysWhatAPersonDoesInWhichOrder() {
        List<String> lines = new ArrayList<>();
        new DryDrills(settings("rehearsal"), List.of("corrupted-data"))
                .plan(Proves.NAMED, DryDrillsTest.class, lines::add);

        assertThat(lines)
                .first()
                .asString()
                .isEqualTo("  corrupted-data: A script has broken the applications in the live database");
        assertThat(lines)
                .contains(
                        "    breaks       the live data: rows-missing",
                        "    decision     go back: restore the data first",
                        "      1. Restore the newest clean snapshot into a scratch database; never over the live one",
                        "         lever copy to restored; seen by R12",
                        "         a person's part; no lever stands for it",
                        "    may be lost  at most 4 rows")
                .anyMatch(line -> line.startsWith("    must notice  L9 The applications list page"))
                .anyMatch(line -> line.contains("15 min 0 s until the old site is back"));
        assertThat(lines).last().isEqualTo("  this is the plan only, nothing was rehearsed");
    }

    private List<String> plan(Proves proof) {
        List<String> lines = new ArrayList<>();
        new DryDrills(settings("rehearsal"), List.of("before-redirect")).plan(proof, DryDrillsTest.class, lines::add);
        return lines;
    }

    @Test
    void aPlanSaysWhatWouldBeProvedAndWhatWouldNotAndWhy() {
        String needless = "    needless     R1 The DNS at Namecheap is reverted: no record has moved at Namecheap";

        assertThat(plan(Proves.NAMED))
                .contains("    proved by    the steps L6, L9, R0, R2, R4, R5, R6, R7, R8, R9 of phase rolledback")
                .anyMatch(line -> line.startsWith(needless));
        assertThat(plan(Proves.ALL))
                .contains("    proved by    the steps L6, L7, L8, L9, L10, L11, R0, R2, R4, R5, R6, R7, R8, R9, R13 of"
                        + " phase rolledback")
                .anyMatch(line -> line.startsWith(needless));
    }

    @Test
    void aTypoInWhatIsProvedIsToldBeforeAnythingStarts() {
        assertThat(FailureText.of(judged(new RollbackDrills(settings("rehearsal"), List.of("after-launch"), "", "al"))))
                .startsWith("the drills could not begin")
                .contains("-Dproves=al says nothing", "-Dproves=all");
    }

    @Test
    void aPlanCanBePrintedForARealPlaceAndADrillCannotBeRunThere() {
        assertThat(FailureText.of(judged("prod", "plan", "after-launch"))).startsWith("PARTIAL");
        assertThat(FailureText.of(judged("prod", "observe", "after-launch")))
                .startsWith("the drills could not begin")
                .contains("prod.yaml is not one");
    }

    @Test
    void aTypoIsToldWithThePossibleWords() {
        assertThat(FailureText.of(judged("rehearsal", "observ", "after-launch")))
                .startsWith("the drills could not begin")
                .contains("-Ddry=observ says nothing", "-Ddry=plan", "-Ddry=observe");
    }

    @Test
    void aDrillThatDoesNotExistIsToldWithThoseThatDo() {
        assertThat(FailureText.of(judged("rehearsal", "plan", "after-lunch")))
                .startsWith("the drills could not begin")
                .contains("-Ddrill names after-lunch", "after-launch", "corrupted-data");
    }

    @Test
    void observingLooksAtTheBeginningOnlyAndIsPartial() throws java.io.IOException {
        Finding finding = judged("rehearsal", "observe", "before-redirect");

        assertThat(finding.isMet()).isFalse();
        assertThat(FailureText.of(finding))
                .startsWith("PARTIAL: of 1 drill only the beginning was looked at")
                .contains("what each begins with holds", "leave -Ddry out");
        assertThat(files())
                .contains("dry/observed.jsonl", "dry-before-redirect-steady/journal.jsonl", "dry/" + LeakFile.NAME)
                .noneMatch(file -> file.contains(DrillBook.NAME) || file.contains("broken") || file.contains("back"));
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("<span>PARTIAL</span>", "nothing was rehearsed")
                .doesNotContain("REHEARSAL PASSED");
    }

    @Test
    void thePlacesThatAPlanKnowsAreThoseOfTheTwinsLevers() {
        RunSettings settings = settings("rehearsal").in(Phase.UAT);
        try (Standing standing = Standing.start(settings, Clock.systemUTC(), new SecureRandom())) {
            RunFiles files = RunFiles.read(settings, standing.running().sources());
            try (TwinLevers levers =
                    new TwinLevers(standing.twin(), files, Providers.of(settings, files), Clock.systemUTC())) {
                assertThat(places(LeverPlaces.all())).isEqualTo(places(levers.all()));
            }
        }
    }

    private static Map<String, List<String>> places(List<Lever> levers) {
        Map<String, List<String>> places = new HashMap<>();
        levers.forEach(lever ->
                places.put(lever.name(), lever.positions().stream().sorted().toList()));
        return places;
    }
}
