package data;

import common.LogTrail;
import cutover.environment.Site;
import cutover.environment.cloud.Heroku;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.log.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the old side's log tells of the runs of its scheduler, which has no API. Runs count from the moment at which its jobs
 * were changed, where that is known, else from one period ago; only a whole period without any proves that there are none.
 */
final class SchedulerRuns {

    private static final String PROCESS = "[scheduler.";

    private final Workbench bench;
    private final Heroku wanted;
    private final Instant now;
    private final Instant since;

    SchedulerRuns(Workbench bench, Heroku wanted) {
        this.bench = bench;
        this.wanted = wanted;
        this.now = bench.clock().instant();
        Instant periodAgo = now.minus(wanted.period());
        this.since = wanted.changedAt().filter(periodAgo::isBefore).orElse(periodAgo);
    }

    void mustBeNone() {
        seen().ifPresent(seen -> {
            Optional<LogRecord> last = seen.last();
            if (last.isPresent() && wanted.changedAt().isPresent()) {
                bench.findings()
                        .add(Finding.unmet("the old side's scheduler has run since its jobs were switched off")
                                .expected("no run after " + wanted.changedAt().get())
                                .butWas(told(last.get()))
                                .lookAt(seen.place())
                                .lookAt(OldSchedule.dashboard(wanted)));
            } else if (last.isPresent()) {
                bench.findings().add(untold("the last run may be from before they were removed: " + told(last.get())));
            } else if (seen.proves()) {
                bench.findings()
                        .add(Finding.met("the old side's scheduler has run nothing for "
                                + Durations.told(wanted.period()) + ", its period, according to " + seen.place()));
            } else {
                bench.findings().add(untold(seen.gap()));
            }
        });
    }

    void mustBeSome() {
        seen().ifPresent(seen -> {
            Optional<LogRecord> last = seen.last();
            if (last.isPresent()) {
                bench.findings().add(Finding.met("the old side's scheduler has run: " + told(last.get())));
            } else if (seen.proves() && wanted.changedAt().isPresent()) {
                bench.findings()
                        .add(Finding.unmet("the old side's scheduler has run nothing in its whole period")
                                .expected("a run in the last " + Durations.told(wanted.period()))
                                .butWas("none in " + seen.place())
                                .lookAt(OldSchedule.dashboard(wanted)));
            } else {
                bench.findings()
                        .add(untold(
                                seen.proves()
                                        ? "nothing has run in the last period, and heroku.changed-at does not say since"
                                                + " when anything should"
                                        : seen.gap()));
            }
        });
    }

    private Finding untold(String why) {
        return Finding.unknown("which jobs the old side's scheduler has can't be asked, and its log does not show it")
                .expected("a log that reaches back a whole period of " + Durations.told(wanted.period())
                        + ", and heroku.changed-at")
                .because(why)
                .lookAt(OldSchedule.dashboard(wanted))
                .toDo(
                        "open the scheduler and look at its list of jobs; set heroku.changed-at to the time at which you changed"
                                + " them, and run this step again after one period");
    }

    private Optional<Seen> seen() {
        Optional<Site> old = bench.environment().siteLeft();
        if (old.isEmpty()) {
            bench.findings().add(untold("the environment names no old site with a log"));
            return Optional.empty();
        }
        LogTrail trail =
                new LogTrail(bench, old.get(), now.minus(wanted.period().multipliedBy(2)));
        return trail.now("").map(records -> new Seen(records, trail.place()));
    }

    private static String told(LogRecord record) {
        return record.at() + "  " + record.stream() + "  " + record.headline();
    }

    /** The log of the last two periods. */
    private final class Seen {

        private final List<LogRecord> records;
        private final String place;

        Seen(List<LogRecord> records, String place) {
            this.records = records;
            this.place = place;
        }

        String place() {
            return place;
        }

        Optional<LogRecord> last() {
            return records.stream()
                    .filter(record ->
                            record.stream().contains(PROCESS) && record.at().isAfter(since))
                    .reduce((earlier, later) -> later);
        }

        /** Whether it reaches back a whole period, all of it after the change. */
        boolean proves() {
            return reachesBack() && !since.plus(wanted.period()).isAfter(now);
        }

        String gap() {
            return reachesBack()
                    ? "the jobs were changed at " + since + ", less than a period ago"
                    : "the log does not reach back to " + since + ": " + place;
        }

        private boolean reachesBack() {
            return records.stream().anyMatch(record -> !record.at().isAfter(since));
        }
    }
}
