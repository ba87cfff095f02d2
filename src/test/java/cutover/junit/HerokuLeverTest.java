package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.Told;
import cutover.provider.heroku.Dyno;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.heroku.Release;
import cutover.twin.Moment;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switching the old application through its platform, on the twin. */
class HerokuLeverTest extends OneLeverTwin {

    private static final int UP = 301;
    private static final int DOWN = 503;

    private HerokuApp app;

    @BeforeEach
    void signIn() {
        app = lever.heroku();
    }

    @Test
    void withoutProcessesTheOldSiteIsDownAndWithThemItIsUp() throws IOException {
        assertThat(status()).isEqualTo(UP);

        assertThat(app.scale("web", 0)).isEqualTo(Told.value(0));

        assertThat(status()).isEqualTo(DOWN);
        assertThat(app.formation().value().orElseThrow()).containsEntry("web", 0);
        assertThat(app.scale("web", 2)).isEqualTo(Told.value(2));
        assertThat(status()).isEqualTo(UP);
        assertThat(app.dynos().value().orElseThrow())
                .extracting(dyno -> dyno.name())
                .contains("web.1", "web.2");
    }

    @Test
    void whatTheMomentTookAwayIsThereAgainWhenItIsScaled() {
        lever.twin.at(Moment.CLOSED);
        assertThat(app.formation().value()).contains(Map.of("web", 0, "worker", 0, "clock", 0));

        app.scale("web", 1);

        assertThat(app.formation().value()).contains(Map.of("web", 1, "worker", 1, "clock", 0));
        lever.twin.reset();
        assertThat(app.formation().value()).contains(Map.of("web", 0, "worker", 0, "clock", 0));
    }

    @Test
    void maintenanceIsSwitchedAndSeenByVisitors() throws IOException {
        assertThat(app.maintain(true)).isEqualTo(Told.value(true));

        assertThat(status()).isEqualTo(DOWN);
        assertThat(app.inMaintenance()).isEqualTo(Told.value(true));
        assertThat(app.maintain(false)).isEqualTo(Told.value(false));
        assertThat(status()).isEqualTo(UP);
        app.maintain(true);
        lever.twin.at(Moment.SWITCHED);
        assertThat(app.inMaintenance()).isEqualTo(Told.value(false));
    }

    @Test
    void theClockTakesTheScheduledWorkBackWhateverFaultThereIs() {
        assertThat(app.formation().value().orElseThrow()).containsEntry("clock", 0);
        assertThat(app.addOns().value().orElseThrow()).doesNotContain("scheduler");

        app.scale("clock", 1);
        lever.twin.faults().switchOn(Side.NEW, Fault.TASKS_ON_NEITHER_SIDE);

        assertThat(app.formation().value().orElseThrow()).containsEntry("clock", 1);
        assertThat(app.addOns().value().orElseThrow()).contains("scheduler");
    }

    @Test
    void theOldLogTellsThatItsScheduledWorkRuns() {
        assertThat(lever.oldLog()).doesNotContain("heroku[scheduler.");

        app.scale("clock", 1);

        assertThat(lever.oldLog()).contains("heroku[scheduler.").contains("send_followups");
    }

    @Test
    void aCommandRunsInAProcessOfItsOwnAsTheLogTells() {
        Dyno process = app.run("python manage.py run_debug_task").value().orElseThrow();

        assertThat(process.name()).startsWith("run.");
        Awaitility.await()
                .atMost(LeverTwin.PATIENCE)
                .untilAsserted(() -> assertThat(lever.oldLog())
                        .contains("heroku[" + process.name() + "]: Starting process with command `" + process.command()
                                + "`")
                        .contains("heroku[" + process.name() + "]: Process exited with status 0")
                        .contains("app[worker.1]: Request: "));
    }

    @Test
    void aCommandThatNobodyKnowsIsStartedAndFails() {
        Dyno process = app.run("python manage.py run_debug_tsk").value().orElseThrow();

        Awaitility.await()
                .atMost(LeverTwin.PATIENCE)
                .untilAsserted(() -> assertThat(lever.oldLog())
                        .contains("app[" + process.name() + "]: Unknown command: 'run_debug_tsk'")
                        .contains("heroku[" + process.name() + "]: Process exited with status 1"));
    }

    @Test
    void withoutAWorkerTheTaskIsHandedOverAndNeverDone() {
        app.scale("worker", 0);

        Dyno process = app.run("python manage.py run_debug_task").value().orElseThrow();

        Awaitility.await()
                .atMost(LeverTwin.PATIENCE)
                .untilAsserted(() -> assertThat(lever.oldLog())
                        .contains("heroku[" + process.name() + "]: State changed from up to complete"));
        assertThat(lever.oldLog()).doesNotContain("Request: ");
    }

    @Test
    void variablesAreSetAndTakenAwayAndEachTimeThatIsARelease() {
        assertThat(app.configured().value().orElseThrow()).contains("MAINTAINERS");

        assertThat(app.configure(Map.of("DATABASE_URL", Optional.of("postgres://x"), "MAINTAINERS", Optional.empty()))
                        .value()
                        .orElseThrow())
                .contains("DATABASE_URL")
                .doesNotContain("MAINTAINERS");
        assertThat(newest().description()).isEqualTo("Set DATABASE_URL, MAINTAINERS config vars");
        lever.twin.reset();
        assertThat(app.configured().value().orElseThrow()).doesNotContain("DATABASE_URL");
    }

    @Test
    void anEarlierReleaseRunsAgain() {
        List<Release> all = app.releases().value().orElseThrow();
        assertThat(all).extracting(Release::description).containsExactly("Deploy 8d0b7e5", "Deploy 3f2a9c1");
        assertThat(all).extracting(Release::isCurrent).containsExactly(true, false);

        Release back = app.rollBackTo(all.get(1)).value().orElseThrow();

        assertThat(back.description()).isEqualTo("Rollback to v41");
        assertThat(newest()).isEqualTo(back);
        assertThat(back.isCurrent()).isTrue();
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(app.scale("cron", 1).trouble())
                .isEqualTo("it refuses our call with 404 not_found: Couldn't find that process type (cron).");
        assertThat(app.scale("web", -1).trouble()).startsWith("it refuses our call with 422 invalid_params");
        assertThat(app.rollBackTo(new Release("0", 1, "", "", false)).trouble())
                .isEqualTo("it refuses our call with 404 not_found: Couldn't find that release.");
        assertThat(lever.heroku("other", lever.secret("TWIN_HEROKU_TOKEN"), lever.place("twin.heroku.endpoint"))
                        .maintain(true)
                        .trouble())
                .isEqualTo("it refuses our call with 404 not_found: Couldn't find that app.");
    }

    @Test
    void aWrongTokenIsRefusedAndNobodyThereIsTroubleOfOurs() throws IOException {
        HerokuApp stranger = lever.heroku("cmr-production", "wrong", lever.place("twin.heroku.endpoint"));
        HerokuApp lost = lever.heroku("cmr-production", "wrong", LeverTwin.nowhere());

        assertThat(stranger.scale("web", 0).trouble())
                .isEqualTo("it refuses our call with 401 unauthorized: Invalid credentials provided.");
        assertThat(lost.scale("web", 0).trouble()).startsWith("127.0.0.1 does not answer: ");
        assertThat(app.formation().value().orElseThrow()).containsEntry("web", 1);
    }

    private Release newest() {
        return app.releases().value().orElseThrow().get(0);
    }

    /** What the old name answers without encryption; when the application runs, it sends visitors to the secure address. */
    private int status() throws IOException {
        int port = Integer.parseInt(lever.value("twin.old.http"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    "GET /health/ HTTP/1.1\r\nHost: clearmyrecord.codeforamerica.org\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
