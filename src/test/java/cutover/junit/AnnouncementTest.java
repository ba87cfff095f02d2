package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.notice.Rooms;
import cutover.runbook.Decision;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Reply;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate tells the team what it decided, and decides the same whatever becomes of that. */
class AnnouncementTest {

    private static final String CHANNELS = """
            notifications:
              room: {kind: slack, url: SLACK_URL, within: 30s}
              managers: {kind: teams, url: TEAMS_URL, within: 30s}
            trust: {ca: CA, spki: none}
            known:""";

    private final Rooms rooms = new Rooms(request -> Reply.now(WebResponse.text(500, "text/plain", "")));
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
        runs.write("ca.pem", rooms.pem());
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void theTeamHearsTheVerdictWithItsFirstReason() throws IOException {
        runs.run("half", Map.of(), GateTest.MeetsOne.class);

        Gate.Judged judged = judged("half", rooms.secrets());

        assertThat(judged.verdict().decision()).isEqualTo(Decision.NO_GO);
        assertThat(rooms.rooms().inSlack())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("NO-GO · fixture · phase uat", "L6: ", "https://reports.example/half", "Run half"));
        assertThat(rooms.rooms().inTeams()).hasSize(1);
        assertThat(report("half").path("notified"))
                .extracting(each -> each.path("channel").asText() + " "
                        + each.path("outcome").asText())
                .containsExactly("Slack channel room accepted", "Teams channel managers accepted");
        assertThat(runs.folder("half").resolve("summary.md")).content().contains("## Who was told");
        assertThat(runs.home().resolve("runs/report.json"))
                .hasSameTextualContentAs(runs.folder("half").resolve("report.json"));
    }

    @Test
    void aBrokenChannelIsToldAndChangesNothing() throws IOException {
        runs.run("good", Map.of(), GateTest.Meets.class);
        rooms.faults().switchOn(Side.NEW, Fault.CHAT_ARCHIVED);

        Gate.Judged judged = judged("good", rooms.secrets());

        assertThat(judged.isGo()).isTrue();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("Slack channel room: not told, Slack answers 410 channel_is_archived", "to do: unarchive");
        JsonNode told = report("good").path("notified").path(0);
        assertThat(told.path("outcome").asText()).isEqualTo("refused");
        assertThat(told.path("why").asText()).isEqualTo("Slack answers 410 channel_is_archived");
        assertThat(told.path("toDo").asText()).startsWith("unarchive");
        assertThat(report("good").path("decision").asText()).isEqualTo("GO");
    }

    @Test
    void aMissingSecretIsToldAndChangesNothing() {
        runs.run("good", Map.of(), GateTest.Meets.class);

        assertThat(judged("good", Map.of()).isGo()).isTrue();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("the team of fixture: not told")
                .contains("tell the team by hand");
    }

    @Test
    void noArtefactHoldsAnAddressOfTheTeam() throws IOException {
        runs.run("good", Map.of(), GateTest.Meets.class);
        rooms.faults().switchOn(Side.NEW, Fault.CHAT_HANGS);
        rooms.faults().switchOn(Side.NEW, Fault.WORKFLOW_DELETED);

        judged("good", rooms.secrets(), "2s");

        String target = rooms.rooms().slackTarget();
        String token = target.substring(target.lastIndexOf('/') + 1);
        String signature = rooms.rooms().workflowTarget().replaceFirst(".*sig=", "");
        assertThat(console.toString(StandardCharsets.UTF_8))
                .doesNotContain(token)
                .doesNotContain(signature);
        try (Stream<Path> files = Files.walk(runs.folder("good"))) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(file).content().doesNotContain(token).doesNotContain(signature));
        }
    }

    @Test
    void aRehearsalsVerdictGoesNowhere() {
        runs.run("rehearsed", Map.of(), GateTest.Meets.class);
        runs.environment("fixture", "title: Fixture", "title: Fixture\nrehearsal: true");

        assertThat(judgedAsItIs("rehearsed", rooms.secrets()).isGo()).isTrue();
        assertThat(rooms.rooms().inSlack()).isEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain("told");
    }

    private Gate.Judged judged(String run, Map<String, String> variables) {
        return judged(run, variables, "30s");
    }

    private Gate.Judged judged(String run, Map<String, String> variables, String within) {
        String ca = runs.home().resolve("ca.pem").toString();
        runs.environment("fixture", "known:", CHANNELS.replace("CA,", ca + ",").replace("30s", within));
        return judgedAsItIs(run, variables);
    }

    private Gate.Judged judgedAsItIs(String run, Map<String, String> variables) {
        RunSettings settings = runs.settings(run, Map.of());
        return new Gate(
                        settings,
                        new PrintStream(console, true, StandardCharsets.UTF_8),
                        new Announcement(
                                settings, variables, Optional.of("https://reports.example/" + run), Clock.systemUTC()))
                .judge(FixtureRuns.class);
    }

    private JsonNode report(String run) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(runs.folder(run).resolve("report.json").toFile());
    }
}
