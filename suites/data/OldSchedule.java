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
 * The scheduled work of the old side: processes for it, and the scheduler add-on. What jobs the add-on has can't be asked, so
 * its runs are looked for.
 */
final class OldSchedule {

    private static final String ADD_ON = "scheduler";
    private static final String PERMISSION = "read access to the application";

    private final Workbench bench;
    private final Asking asking;

    OldSchedule(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "heroku");
    }

    void mustBeOff() {
        configured()
                .ifPresent(wanted -> seen(wanted).ifPresent(seen -> {
                    for (String type : wanted.processes()) {
                        int number = seen.formation().getOrDefault(type, 0);
                        bench.findings()
                                .expect(
                                        number == 0,
                                        "the old side has no process " + type,
                                        Finding.unmet("the old side still runs scheduled work: " + number + " of "
                                                        + type)
                                                .expected("no process " + type)
                                                .butWas(seen.told())
                                                .lookAt(console(wanted))
                                                .toDo("heroku ps:scale " + type + "=0 --app " + wanted.app()));
                    }
                    if (wanted.scheduler()) {
                        schedulerOff(wanted, seen);
                    }
                }));
    }

    void mustBeOn() {
        configured()
                .ifPresent(wanted -> seen(wanted).ifPresent(seen -> {
                    for (String type : wanted.processes()) {
                        bench.findings()
                                .expect(
                                        seen.formation().getOrDefault(type, 0) > 0,
                                        "the old side runs " + type,
                                        Finding.unmet("the old side does not run " + type)
                                                .expected("a process " + type)
                                                .butWas(seen.told())
                                                .lookAt(console(wanted))
                                                .toDo("heroku ps:scale " + type + "=1 --app " + wanted.app()));
                    }
                    if (wanted.scheduler()) {
                        schedulerOn(wanted, seen);
                    }
                }));
    }

    private Optional<Heroku> configured() {
        Optional<Heroku> wanted = bench.environment().heroku();
        if (wanted.isEmpty()) {
            asking.notKnown(
                    "the old side's scheduled work", "heroku", "an application whose processes can be asked for");
        }
        return wanted;
    }

    private Optional<Seen> seen(Heroku wanted) {
        bench.findings().progress("asking Heroku what " + wanted.app() + " consists of");
        HerokuApp app = bench.accounts().heroku().orElseThrow();
        return asking.answered(
                app.formation()
                        .then(formation -> app.addOns()
                                .then(addOns ->
                                        app.dynos().then(dynos -> Told.value(new Seen(formation, addOns, dynos))))),
                "Heroku",
                "what " + wanted.app() + " consists of",
                PERMISSION);
    }

    private void schedulerOff(Heroku wanted, Seen seen) {
        List<Dyno> atWork = seen.atWork();
        if (!atWork.isEmpty()) {
            bench.findings()
                    .add(Finding.unmet("a job of the old side's scheduler runs right now: "
                                    + atWork.get(0).command())
                            .expected("no process " + ADD_ON)
                            .butWas(seen.told())
                            .lookAt(dashboard(wanted)));
        } else if (!seen.addOns().contains(ADD_ON)) {
            bench.findings().add(Finding.met("the old side has no scheduler add-on any more"));
        } else {
            new SchedulerRuns(bench, wanted).mustBeNone();
        }
    }

    private void schedulerOn(Heroku wanted, Seen seen) {
        if (!seen.addOns().contains(ADD_ON)) {
            bench.findings()
                    .add(Finding.unmet("the old side has no scheduler add-on")
                            .expected("the add-on " + ADD_ON + ", with its jobs")
                            .butWas(seen.told())
                            .lookAt(dashboard(wanted))
                            .toDo("heroku addons:create scheduler:standard --app " + wanted.app()
                                    + ", then add the jobs by hand"));
        } else if (!seen.atWork().isEmpty()) {
            bench.findings().add(Finding.met("a job of the old side's scheduler runs right now"));
        } else {
            new SchedulerRuns(bench, wanted).mustBeSome();
        }
    }

    private static String console(Heroku wanted) {
        return "https://dashboard.heroku.com/apps/" + wanted.app() + "/resources";
    }

    static String dashboard(Heroku wanted) {
        return "heroku addons:open scheduler --app " + wanted.app();
    }

    /** What the application consists of. */
    private record Seen(Map<String, Integer> formation, List<String> addOns, List<Dyno> dynos) {

        List<Dyno> atWork() {
            return dynos.stream().filter(dyno -> dyno.type().equals(ADD_ON)).toList();
        }

        String told() {
            return "processes: " + formation + "\nadd-ons: " + String.join(", ", addOns) + "\nrunning: "
                    + dynos.stream()
                            .map(dyno -> dyno.name() + " (" + dyno.command() + ")")
                            .collect(Collectors.joining(", "));
        }
    }
}
