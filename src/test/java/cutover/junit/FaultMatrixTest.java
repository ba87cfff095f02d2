package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 2: each step is proved able to go red, by exactly the faults that concern it. */
class FaultMatrixTest {

    private static Rehearsals rehearsals;
    private static BesideTheBrowser beside;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/matrix"), "rehearsal");
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(beside).ifPresent(BesideTheBrowser::close);
        rehearsals.close();
    }

    @Test
    void aHealthyTwinMeetsEveryStep() {
        rehearsals.twin().reset();
        Map<String, String> steps = rehearsals.run("healthy", Map.of());

        assertThat(steps.keySet())
                .containsExactlyInAnyOrder("L1", "L2", "L3", "L5", "L6", "L7", "L8", "L9", "L10", "L11", "L15", "L16");
        assertThat(steps.values()).allMatch(String::isEmpty, "no step has anything to say");
    }

    @Test
    void aHealthyTwinIsLiveWithItsProviders() {
        rehearsals.twin().reset();
        Map<String, String> steps = rehearsals.run("healthy-live", Map.of("cutover.phase", "live"));

        assertThat(steps.keySet())
                .containsExactlyInAnyOrder(
                        "L6", "L7", "L8", "L9", "L10", "L11", "L13", "L14", "L15", "L16", "L17", "L18", "L19");
        assertThat(steps.values()).allMatch(String::isEmpty, "no step has anything to say");
    }

    @Test
    void aHealthyTwinCanGoBackWithItsProviders() {
        rehearsals.twin().reset();

        assertThat(rehearsals.run("healthy-back", Map.of("cutover.phase", "rolledback", "cutover.steps", "R2")))
                .isEqualTo(Map.of("R2", ""));
    }

    @Test
    void aHealthyTwinRunsItsOldDebugTaskAgain() {
        rehearsals.twin().reset();

        assertThat(rehearsals.run("healthy-old-task", Map.of("cutover.phase", "rolledback", "cutover.steps", "L7")))
                .isEqualTo(Map.of("L7", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "live", "day2", "rolledback", "nightly"})
    void aHealthyTwinMeetsItsFrontDoor(String phase) {
        rehearsals.twin().reset();
        String steps = String.join(",", FaultTable.FRONT_DOOR.get(phase));

        Map<String, String> met =
                rehearsals.run("healthy-front-door-" + phase, Map.of("cutover.phase", phase, "cutover.steps", steps));

        assertThat(met).isNotEmpty().allSatisfy((step, open) -> assertThat(open).isEmpty());
    }

    @Test
    void whatCannotBeTakenBackIsFineOnceNobodyGoesBack() {
        rehearsals.twin().reset();
        List.of(Fault.REDIRECT_PERMANENT, Fault.REDIRECT_CACHED, Fault.REDIRECT_STRICT, Fault.SITE_STRICT)
                .forEach(fault -> rehearsals.twin().faults().switchOn(Side.NEW, fault));
        try {
            assertThat(rehearsals.run("for-good", Map.of("cutover.phase", "nightly", "cutover.steps", "N5,N8")))
                    .isEqualTo(Map.of("N5", "", "N8", ""));
        } finally {
            rehearsals.twin().faults().clear();
        }
    }

    @Test
    void postsThatBecomeGetCanBeAccepted(@TempDir Path home) throws IOException {
        rehearsals.twin().reset();
        Path lenient = Copies.ofConfig(home);
        Path environment = lenient.resolve("config/environments/rehearsal.yaml");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replace(
                                "\naccepted:\n",
                                "\naccepted:\n  - {weakness: post-becomes-get, reason: no provider calls the name}\n"));
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.POST_BECOMES_GET);
        try {
            assertThat(rehearsals.run(
                            "accepted-post",
                            Map.of(
                                    "cutover.phase",
                                    "live",
                                    "cutover.steps",
                                    "L17",
                                    "cutover.home",
                                    lenient.toString())))
                    .isEqualTo(Map.of("L17", ""));
        } finally {
            rehearsals.twin().faults().clear();
        }
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsNoticedByExactlyItsSteps() {
        beside = new BesideTheBrowser(
                Path.of("target/matrix-beside"),
                chosen().filter(FaultMatrixTest::needsNoBrowser).toList());
        return chosen().sorted(Comparator.comparing(FaultMatrixTest::needsNoBrowser))
                .map(broken -> noticed(broken, () -> seen(broken)));
    }

    private static boolean needsNoBrowser(FaultTable.Broken broken) {
        return broken.ofTheWebhooks()
                || broken.ofTheFrontDoor()
                || broken.ofTheTeam()
                || broken.ofTheAccounts()
                || broken.ofTheOldTask();
    }

    private static BesideTheBrowser.Row seen(FaultTable.Broken broken) {
        return needsNoBrowser(broken) ? beside.of(broken) : BesideTheBrowser.Row.of(rehearsals, broken);
    }

    private static DynamicTest noticed(FaultTable.Broken broken, Supplier<BesideTheBrowser.Row> look) {
        return DynamicTest.dynamicTest(broken.name(), () -> {
            BesideTheBrowser.Row row = look.get();
            Messages.leave(broken.fileName(), row.messages());
            assertThat(row.open().keySet()).containsExactlyInAnyOrderElementsOf(broken.steps());
            Messages.assertPinned(broken.fileName(), row.messages());
        });
    }

    private static Stream<FaultTable.Broken> chosen() {
        String only = System.getProperty("faults", "");
        return FaultTable.read().faults().stream()
                .filter(broken -> only.isEmpty()
                        || Arrays.asList(only.split(","))
                                .contains(broken.fault().name()));
    }

    @Test
    void aWeaknessThatNobodyAcceptedIsUnmet(@TempDir Path home) throws IOException {
        rehearsals.twin().reset();
        Path strict = Copies.ofConfig(home);
        Path environment = strict.resolve("config/environments/rehearsal.yaml");
        Files.writeString(environment, Files.readString(environment).replaceFirst("(?s)\naccepted:.*", "\n"));

        rehearsals.run("nothing-accepted", Map.of("cutover.home", strict.toString(), "cutover.steps", "L15,L16"));

        assertThat(rehearsals.open())
                .as("each weakness is told with the id under which it could be accepted")
                .contains(
                        "bounce-json",
                        "bounce-old-timestamp",
                        "bounce-replay",
                        "bounce-payload-unsigned",
                        "recording-without-link",
                        "recording-replay");
    }

    @Test
    void noFaultOfTheNewSiteTouchesTheOldOne() {
        rehearsals.twin().reset();
        FaultTable.read().faults().stream()
                .filter(broken -> !needsNoBrowser(broken) && !broken.needsAllSteps())
                .forEach(broken -> rehearsals.twin().faults().switchOn(broken.side(), broken.fault()));
        try {
            assertThat(rehearsals.run("all-at-once", Map.of("cutover.steps", "L1")))
                    .isEqualTo(Map.of("L1", ""));
        } finally {
            rehearsals.twin().faults().clear();
        }
    }

    @Test
    void noFaultOfTheWebhooksTouchesTheChecklist() {
        rehearsals.twin().reset();
        FaultTable.read().faults().stream()
                .filter(FaultTable.Broken::ofTheWebhooks)
                .forEach(broken -> rehearsals.twin().faults().switchOn(broken.side(), broken.fault()));
        try {
            assertThat(rehearsals
                            .run("all-webhooks-at-once", Map.of("cutover.steps", "L1,L5,L6,L7,L8,L9,L10,L11"))
                            .values())
                    .hasSize(8)
                    .allMatch(String::isEmpty, "no step has anything to say");
        } finally {
            rehearsals.twin().faults().clear();
        }
    }

    @Test
    void everyFaultIsInTheTable() {
        assertThat(FaultTable.read().faults().stream().map(FaultTable.Broken::fault))
                .containsAll(Arrays.asList(Fault.values()));
    }

    @Test
    void theDocumentIsTheTable() throws IOException {
        String document = FaultTable.read().document();
        Path wanted = Path.of("target/cutover/faults.md");
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, document);
        assertThat(FaultTable.DOCUMENT).as("copy %s to it", wanted).content().isEqualTo(document);
    }
}
