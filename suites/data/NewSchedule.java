package data;

import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.Rules;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.provider.aws.ScheduledRule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The scheduled work of the new side: rules of EventBridge that start its function. */
final class NewSchedule {

    private static final String PERMISSION = "events:ListRules and events:ListTargetsByRule";

    private final Workbench bench;
    private final Asking asking;

    NewSchedule(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void mustBeOn() {
        judged(this::on);
    }

    void mustBeOff() {
        judged(this::off);
    }

    private void judged(BiConsumer<Rules, List<ScheduledRule>> judge) {
        Optional<Rules> wanted = bench.environment().cloud().flatMap(Cloud::rules);
        if (wanted.isEmpty()) {
            asking.notKnown(
                    "the new side's scheduled work", "cloud.rules", "rules by the clock on one side, and on one only");
        }
        wanted.flatMap(rules -> seen(rules)).ifPresent(seen -> judge.accept(wanted.get(), seen));
    }

    private Optional<List<ScheduledRule>> seen(Rules wanted) {
        bench.findings().progress("asking EventBridge for the rules " + wanted.prefix() + "…");
        Optional<List<ScheduledRule>> seen = asking.answered(
                        bench.accounts().aws().orElseThrow().scheduledRules(wanted.prefix()),
                        "EventBridge",
                        "the rules " + wanted.prefix() + "…",
                        PERMISSION)
                .map(all -> all.stream()
                        .filter(rule -> !wanted.ignored().matcher(rule.name()).find())
                        .toList());
        seen.ifPresent(rules -> bench.findings().evidence().text("rules " + wanted.prefix(), told(rules)));
        return seen;
    }

    private void on(Rules wanted, List<ScheduledRule> seen) {
        if (wanted.expected().isEmpty()) {
            if (seen.isEmpty()) {
                bench.findings().add(missing(wanted, "any scheduled work", seen));
            }
            seen.forEach(rule -> on(wanted, rule, Optional.empty()));
        }
        for (Rules.Rule one : wanted.expected()) {
            List<ScheduledRule> named = seen.stream()
                    .filter(rule -> rule.name().contains(one.name()))
                    .toList();
            if (named.isEmpty()) {
                bench.findings().add(missing(wanted, one.name(), seen));
            }
            named.forEach(rule -> on(wanted, rule, one.schedule()));
        }
    }

    private Unmet missing(Rules wanted, String what, List<ScheduledRule> seen) {
        return Finding.unmet("no rule on the new side runs " + what)
                .expected("an enabled rule " + wanted.prefix() + "…, which starts " + wanted.function())
                .butWas(told(seen))
                .lookAt(console())
                .toDo("run the deploy again: it sets the schedules at its end; until then this work runs nowhere");
    }

    private void on(Rules wanted, ScheduledRule rule, Optional<String> schedule) {
        Unmet unmet = Finding.unmet("the rule " + rule.name() + " " + flaw(wanted, rule, schedule))
                .expected("enabled, starting " + wanted.function()
                        + schedule.map(text -> ", at " + text + " (UTC)").orElse(""))
                .butWas(told(List.of(rule)))
                .lookAt(console());
        bench.findings()
                .expect(
                        flaw(wanted, rule, schedule).isEmpty(),
                        "the new side runs " + rule.name() + ": " + rule.schedule() + " (UTC)",
                        unmet.toDo(remedy(rule)));
    }

    private static String flaw(Rules wanted, ScheduledRule rule, Optional<String> schedule) {
        if (!rule.isOn()) {
            return "is " + rule.state();
        }
        if (!rule.starts(wanted.function())) {
            return rule.targets().isEmpty() ? "starts nothing" : "does not start " + wanted.function();
        }
        return schedule.filter(text -> !text.equals(rule.schedule())).isPresent() ? "runs at another time" : "";
    }

    private static String remedy(ScheduledRule rule) {
        return rule.isOn()
                ? "correct the schedule in the deploy's settings and run it again; Amazon reads the hours in UTC"
                : "enable the rule; until then this work runs nowhere";
    }

    private void off(Rules wanted, List<ScheduledRule> seen) {
        List<ScheduledRule> on = seen.stream()
                .filter(rule -> rule.isOn() && !rule.targets().isEmpty())
                .toList();
        bench.findings()
                .expect(
                        on.isEmpty(),
                        "no rule " + wanted.prefix() + "… starts scheduled work on the new side",
                        Finding.unmet("the new side still runs scheduled work, " + on.size()
                                        + (on.size() == 1 ? " rule" : " rules"))
                                .expected("no enabled rule with a target")
                                .butWas(told(on))
                                .lookAt(console())
                                .toDo(
                                        "disable these rules (zappa unschedule): with the old side's jobs on as well, agencies"
                                                + " and applicants get every mail twice"));
    }

    private static String told(List<ScheduledRule> rules) {
        return rules.isEmpty()
                ? "no rule"
                : rules.stream()
                        .map(rule -> rule.name() + ", " + rule.state() + ", " + rule.schedule() + ", starts "
                                + (rule.targets().isEmpty() ? "nothing" : String.join(" ", rule.targets())))
                        .collect(Collectors.joining("\n"));
    }

    private static String console() {
        return "EventBridge's console, Rules, event bus default";
    }
}
