package data;

import cutover.environment.cloud.Alarms;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.provider.aws.Alarm;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether each alarm is there, watches the right thing, and has something to watch. */
final class AlarmsWatch {

    private final Workbench bench;
    private final Asking asking;

    AlarmsWatch(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void judged() {
        AlarmsSeen.of(bench, asking).ifPresent(seen -> {
            bench.findings()
                    .evidence()
                    .text("alarms", seen.all().stream().map(AlarmsSeen::told).collect(Collectors.joining("\n")));
            seen.wanted().alarms().forEach(wanted -> judge(seen, wanted));
        });
    }

    private void judge(AlarmsSeen seen, Alarms.Alarm wanted) {
        Optional<Alarm> found = seen.named(wanted.name());
        if (found.isEmpty()) {
            bench.findings().add(missing(seen, wanted));
            return;
        }
        Alarm alarm = found.get();
        if (!AlarmsSeen.watches(alarm, wanted)) {
            bench.findings()
                    .add(unmet("the alarm " + wanted.name() + " watches something else", wanted)
                            .butWas(AlarmsSeen.told(alarm)));
        } else if (alarm.state().equals("INSUFFICIENT_DATA")) {
            bench.findings()
                    .add(Finding.unknown(
                                    "the alarm " + wanted.name() + " has no data, so that it may watch nothing at all")
                            .expected("state OK or ALARM")
                            .because("CloudWatch says INSUFFICIENT_DATA: " + AlarmsSeen.told(alarm))
                            .lookAt(AlarmsSeen.console(wanted.name()))
                            .toDo("see whether the metric has points; if it is only written on errors, let missing data"
                                    + " count as good, and a new alarm wait a few minutes"));
        } else {
            bench.findings().add(Finding.met("the alarm is there: " + AlarmsSeen.told(alarm)));
        }
        wanted.logGroup().ifPresent(group -> fed(wanted, group));
    }

    private Unmet missing(AlarmsSeen seen, Alarms.Alarm wanted) {
        String others = seen.all().stream()
                .filter(alarm -> AlarmsSeen.watches(alarm, wanted))
                .map(AlarmsSeen::told)
                .collect(Collectors.joining("\n"));
        return unmet("there is no alarm " + wanted.name(), wanted)
                .butWas(others.isEmpty() ? "no alarm watches that" : "under another name: " + others);
    }

    private void fed(Alarms.Alarm wanted, String group) {
        asking.answered(
                        bench.accounts().aws().orElseThrow().metricsOf(group),
                        "CloudWatch",
                        "the metric filters of " + group,
                        "logs:DescribeMetricFilters")
                .ifPresent(metrics -> bench.findings()
                        .expect(
                                metrics.contains(wanted.namespace() + "/" + wanted.metric()),
                                "the log group " + group + " feeds it",
                                unmet("no metric filter of " + group + " feeds the alarm " + wanted.name(), wanted)
                                        .butWas(metrics.isEmpty() ? "no metric filter" : String.join(", ", metrics))
                                        .toDo("create the metric filter on this log group; those of the former group do"
                                                + " not move along")));
    }

    private static Unmet unmet(String sentence, Alarms.Alarm wanted) {
        return Finding.unmet(sentence)
                .expected("an alarm " + AlarmsSeen.told(wanted))
                .lookAt(AlarmsSeen.console(wanted.name()));
    }
}
