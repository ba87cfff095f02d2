package data;

import cutover.environment.cloud.Heroku;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import cutover.provider.heroku.Dyno;
import cutover.provider.heroku.HerokuApp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the old application is on at its platform. A process that is missing shows on no page: without a worker mails and
 * PDFs wait for good, and nobody sees an error.
 */
final class OldProcesses {

    private static final String PERMISSION = "read access to the application";

    private final Workbench bench;
    private final Asking asking;

    OldProcesses(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "heroku");
    }

    void mustRun() {
        Optional<Heroku> wanted = bench.environment().heroku();
        if (wanted.isEmpty()) {
            asking.notKnown("whether the old application's processes run", "heroku", "processes that run, workers too");
        }
        wanted.ifPresent(app -> seen(app).ifPresent(seen -> judge(app, seen)));
    }

    private Optional<Seen> seen(Heroku wanted) {
        bench.findings().progress("asking Heroku whether " + wanted.app() + " is on");
        HerokuApp app = bench.accounts().heroku().orElseThrow();
        return asking.answered(
                app.inMaintenance()
                        .then(maintenance -> app.formation()
                                .then(formation -> app.dynos()
                                        .then(dynos -> Told.value(new Seen(maintenance, formation, dynos))))),
                "Heroku",
                "whether " + wanted.app() + " is on",
                PERMISSION);
    }

    private void judge(Heroku wanted, Seen seen) {
        bench.findings()
                .expect(
                        !seen.maintenance(),
                        wanted.app() + " is not in maintenance mode",
                        Finding.unmet("the old application is still in maintenance mode")
                                .expected("maintenance mode off")
                                .butWas(seen.told())
                                .lookAt(console(wanted))
                                .toDo("heroku maintenance:off --app " + wanted.app()));
        wanted.serving().forEach(type -> judge(wanted, seen, type));
    }

    private void judge(Heroku wanted, Seen seen, String type) {
        boolean asked = seen.formation().getOrDefault(type, 0) > 0;
        List<Dyno> up = seen.dynos().stream()
                .filter(dyno -> dyno.type().equals(type) && dyno.state().equals("up"))
                .toList();
        bench.findings()
                .expect(
                        asked && !up.isEmpty(),
                        wanted.app() + " runs " + up.size() + " of " + type,
                        Finding.unmet(
                                        asked
                                                ? "the old application's " + type + " is not up"
                                                : "the old application runs without " + type)
                                .expected("a process " + type + " that is up")
                                .butWas(seen.told())
                                .lookAt(console(wanted))
                                .toDo(
                                        asked
                                                ? "heroku logs --tail --ps " + type + " --app " + wanted.app()
                                                        + " tells why it does not start; a key or password that was changed"
                                                        + " is the usual cause"
                                                : "heroku ps:scale " + type + "=1 --app " + wanted.app()));
    }

    private static String console(Heroku wanted) {
        return "https://dashboard.heroku.com/apps/" + wanted.app() + "/resources";
    }

    /** What the platform says of the application. */
    private record Seen(boolean maintenance, Map<String, Integer> formation, List<Dyno> dynos) {

        String told() {
            return "maintenance mode " + (maintenance ? "on" : "off") + "\nprocesses: " + formation + "\nrunning: "
                    + (dynos.isEmpty()
                            ? "nothing"
                            : dynos.stream()
                                    .map(dyno -> dyno.name() + " " + dyno.state())
                                    .collect(Collectors.joining(", ")));
        }
    }
}
