package cutover.junit;

import static cutover.junit.Findings.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.finding.Finding;
import cutover.runbook.SignOff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignOffDeskTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00.250Z");
    private static final SignOffSaid ADA = new SignOffSaid("B3", "Ada Lovelace", "limit \"10\" in ${region}", "OPS-7");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
        runs.write("config/runbook.yaml", """
                steps:
                  - {id: B3, phases: [uat], line: The limit is raised, how: sign-off, blocking: true, owner: operations,
                     when-unmet: Ask., signed-for: 14d}
                  - {id: L5, phases: [uat], line: The site appears, how: auto, blocking: true, owner: operations,
                     when-unmet: Look at the address.}
                """);
    }

    @Test
    void aSignOffBecomesAFileThatReadsBackAsItWasSaid() {
        assertThat(take(ADA).isMet()).isTrue();

        Path file = runs.home().resolve("config/signoffs/fixture/B3-20260112-120000-250.yaml");
        assertThat(StrictYaml.read(file, SignOff.class, Sources.of(Map.of(), Map.of())))
                .isEqualTo(new SignOff("B3", "Ada Lovelace", NOON, ADA.saw(), "OPS-7", "", ""));
        assertThat(told())
                .contains(
                        "B3 is signed off for fixture by Ada Lovelace: The limit is raised",
                        "It holds until 2026-01-26T12:00:00.250Z",
                        "B3-20260112-120000-250.yaml");
    }

    @Test
    void itLooksAtNothingAndRunsNothing() throws IOException {
        take(ADA);

        assertThat(runs.home().resolve("runs")).doesNotExist();
        try (Stream<Path> files = Files.list(runs.home().resolve("config/signoffs/fixture"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theBuildThatTheEnvironmentDemandsIsRecordedWithoutItsSecrets() {
        runs.environment(
                "prod",
                "origin: https://www.example.org",
                "origin: https://www.example.org\n    build: ${CUTOVER_BUILD}");

        Finding without = take(ADA, "prod", Map.of());
        assertThat(without.isMet()).isFalse();
        assertThat(told()).contains("demands build ${CUTOVER_BUILD}, which has no value here");
        assertThat(take(ADA, "prod", Map.of("CUTOVER_BUILD", "99c82d0")).isMet())
                .isTrue();
        assertThat(StrictYaml.read(
                                runs.home().resolve("config/signoffs/prod/B3-20260112-120000-250.yaml"),
                                SignOff.class,
                                Sources.of(Map.of(), Map.of()))
                        .release())
                .isEqualTo("99c82d0");
    }

    @Test
    void theBuildThatTheNewestRunHasSeenIsRecordedAndWhoSawIt() {
        runs.run("older", Map.of(), Sees9c82d0f.class);
        runs.run("newer", Map.of(), Sees080489f.class);
        runs.run("blind", Map.of(), SeesNone.class);
        runs.environment("elsewhere", "title: Fixture", "title: Elsewhere");
        runs.run("elsewhere", Map.of("cutover.environment", "elsewhere"), Sees9c82d0f.class);

        take(ADA);

        assertThat(signOff().build()).isEqualTo("080489f");
        assertThat(told()).contains("and as long as no run sees another build than 080489f, which run newer saw at ");
    }

    @Test
    void whereNoRunHasSeenABuildNoneIsRecordedAndThatIsSaid() {
        runs.run("blind", Map.of(), SeesNone.class);

        take(ADA);

        assertThat(signOff().build()).isEmpty();
        assertThat(told())
                .contains("whichever build is deployed until then: no run on this machine has seen which one is there");
    }

    @Test
    void aDeployAfterwardsMakesItStaleAndJudgedAgainItIsTheSame() {
        runs.run("before", Map.of(), Sees080489f.class);
        signedNow();
        runs.run("same", Map.of(), Sees080489f.class);
        runs.run("deployed", Map.of(), Sees9c82d0f.class);

        assertThat(runs.judged("same").isGo()).isTrue();
        assertThat(runs.judged("deployed").told())
                .startsWith("NO-GO")
                .contains("for build 080489f (seen then), and this run saw build 9c82d0f");
        for (String run : List.of("same", "deployed")) {
            Finding again =
                    new Rejudgement(runs.folder(run), new PrintStream(console, true, StandardCharsets.UTF_8)).finding();
            assertThat(told()).contains("run " + run + " was decided", "judged again it is the same");
            assertThat(again.isMet()).isEqualTo(run.equals("same"));
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsWritten() {
        Finding finding = take(new SignOffSaid("B33", "", "", ""));

        assertThat(finding.isMet()).isFalse();
        assertThat(told())
                .contains(
                        "Nothing is signed off",
                        "-Dsignoff names B33, which is no step of config/runbook.yaml; a person can sign B3",
                        "-Dby is missing",
                        "-Dsaw is missing");
        assertThat(runs.home().resolve("config/signoffs")).doesNotExist();
    }

    @Test
    void whatIsObservedCannotBeSignedOff() {
        assertThat(take(new SignOffSaid("L5", "Ada", "it is there", "")).isMet())
                .isFalse();
        assertThat(told())
                .contains("step L5 is observed, so nobody's word counts for it", "config/waivers/fixture.yaml");
    }

    @Test
    void whoMayNotSignIsToldWhoMay() {
        runs.write("config/signers.yaml", "may-sign: {fixture: {operations: [Grace Hopper, Joan Clarke]}}\n");

        assertThat(take(ADA).isMet()).isFalse();
        assertThat(told())
                .contains("Ada Lovelace may not sign for operations in fixture; config/signers.yaml names Grace Hopper,"
                        + " Joan Clarke");
        assertThat(take(new SignOffSaid("B3", "Joan Clarke", "10", "")).isMet()).isTrue();
    }

    @Test
    void aRehearsalIsNoPlaceToSign() {
        runs.environment("rehearsal", "phase: uat", "rehearsal: true\nphase: uat");

        assertThat(take(ADA, "rehearsal", Map.of()).isMet()).isFalse();
        assertThat(told()).contains("rehearsal is a rehearsal", "-Penv=prod");
    }

    @Test
    void aSignOffOfAStepThatCannotBeSignedStopsTheNextRun() {
        runs.write(
                "config/signoffs/fixture/by-hand.yaml",
                "{step: L5, by: Ada, at: 2026-01-12T12:00:00Z, saw: it is there}");
        runs.write(
                "config/waivers/fixture.yaml",
                "waivers: [{step: L99, owner: Ada, reason: none, until: 2026-01-12T12:00:00Z}]");

        runs.run("stopped", Map.of());
        RunSettings settings = runs.settings("stopped", Map.of());
        RunOrProblem.open(
                        settings,
                        Clock.systemUTC(),
                        new java.security.SecureRandom(),
                        Map.of(),
                        Given.NOTHING,
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .close();

        assertThat(told())
                .contains(
                        "step L5 is none that a person can sign off",
                        "there is no step L99 in config/runbook.yaml",
                        "by-hand.yaml:1",
                        "fixture.yaml:1");
    }

    @Test
    void twoSignOffsInOneMomentDoNotReplaceEachOther() {
        take(ADA);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> take(ADA)))
                .hasMessageContaining("is there already; sign once more");
        assertThat(List.of(
                        runs.home().resolve("config/signoffs/fixture").toFile().list()))
                .filteredOn(name -> name.endsWith(".yaml"))
                .hasSize(1);
    }

    private void signedNow() {
        new SignOffDesk(
                        runs.settings("none", Map.of()),
                        ADA,
                        Clock.systemUTC(),
                        Map.of(),
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .take();
    }

    private SignOff signOff() {
        return StrictYaml.read(
                runs.home().resolve("config/signoffs/fixture/B3-20260112-120000-250.yaml"),
                SignOff.class,
                Sources.of(Map.of(), Map.of()));
    }

    private Finding take(SignOffSaid said) {
        return take(said, "fixture", Map.of());
    }

    private Finding take(SignOffSaid said, String environment, Map<String, String> variables) {
        return new SignOffDesk(
                        runs.settings("none", Map.of("cutover.environment", environment)),
                        said,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        variables,
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .take();
    }

    private String told() {
        return console.toString(StandardCharsets.UTF_8);
    }

    static class Sees080489f {
        @Step("L5")
        void build(Workbench bench) {
            bench.runs(bench.site(), "080489f");
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }

    static class Sees9c82d0f {
        @Step("L5")
        void build(Workbench bench) {
            bench.runs(bench.site(), "9c82d0f");
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }

    static class SeesNone {
        @Step("L5")
        void nothing(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }
}
