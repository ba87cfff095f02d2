package data;

import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.provider.Told;
import cutover.provider.aws.Alarm;
import cutover.provider.aws.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each alarm tells a topic, and the topic a mailbox that has said yes. */
final class AlarmsReach {

    private static final String PERMISSION = "sns:ListSubscriptionsByTopic";

    private final Workbench bench;
    private final Asking asking;

    AlarmsReach(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void judged() {
        AlarmsSeen.of(bench, asking)
                .ifPresent(seen -> seen.wanted()
                        .alarms()
                        .forEach(wanted -> seen.named(wanted.name())
                                .ifPresentOrElse(
                                        alarm -> judge(alarm, seen.wanted().mailbox()),
                                        () -> bench.findings()
                                                .add(Finding.unknown("whom the alarm " + wanted.name()
                                                                + " reaches can't be seen")
                                                        .expected("an alarm of that name")
                                                        .because("there is none; step N3 tells more")
                                                        .lookAt(AlarmsSeen.console(wanted.name()))))));
    }

    private void judge(Alarm alarm, Optional<String> mailbox) {
        if (!alarm.enabled()) {
            bench.findings()
                    .add(unmet("the alarm " + alarm.name() + " does nothing: its actions are switched off", mailbox)
                            .butWas("actions off")
                            .lookAt(AlarmsSeen.console(alarm.name()))
                            .toDo("aws cloudwatch enable-alarm-actions --alarm-names " + alarm.name()));
            return;
        }
        if (alarm.topics().isEmpty()) {
            bench.findings()
                    .add(
                            unmet("the alarm " + alarm.name() + " tells nobody", mailbox)
                                    .butWas(
                                            alarm.actions().isEmpty()
                                                    ? "no action"
                                                    : String.join(", ", alarm.actions()))
                                    .lookAt(AlarmsSeen.console(alarm.name()))
                                    .toDo(
                                            "give it a notification, in the state In alarm, to a topic that a mailbox listens to"));
            return;
        }
        subscriptions(alarm).ifPresent(all -> judge(alarm, mailbox, all));
    }

    private Optional<List<Subscription>> subscriptions(Alarm alarm) {
        Told<List<Subscription>> all = Told.value(List.of());
        for (String topic : alarm.topics()) {
            all = all.then(before -> bench.accounts()
                    .aws()
                    .orElseThrow()
                    .subscriptions(topic)
                    .then(more -> Told.value(
                            Stream.concat(before.stream(), more.stream()).toList())));
        }
        return asking.answered(all, "SNS", "who hears of " + String.join(", ", alarm.topics()), PERMISSION);
    }

    private void judge(Alarm alarm, Optional<String> mailbox, List<Subscription> all) {
        List<Subscription> wanted = all.stream()
                .filter(one -> mailbox.filter(name -> !name.equalsIgnoreCase(one.endpoint()))
                        .isEmpty())
                .toList();
        boolean reached = wanted.stream().anyMatch(Subscription::confirmed);
        String waiting = wanted.isEmpty() ? "" : ": it has not confirmed its subscription";
        bench.findings()
                .expect(
                        reached,
                        "the alarm " + alarm.name() + " reaches " + told(wanted),
                        unmet(
                                        "the alarm " + alarm.name() + " "
                                                + mailbox.map(name -> "does not reach " + name)
                                                        .orElse("reaches nobody") + waiting,
                                        mailbox)
                                .butWas(all.isEmpty() ? "no subscription" : told(all))
                                .lookAt("SNS's console, Topics, " + String.join(", ", alarm.topics())));
    }

    private static Unmet unmet(String sentence, Optional<String> mailbox) {
        return Finding.unmet(sentence)
                .expected("a topic that " + mailbox.orElse("somebody") + " has subscribed to, and confirmed");
    }

    private static String told(List<Subscription> all) {
        return all.stream()
                .map(one -> one.protocol() + " " + one.endpoint() + (one.confirmed() ? "" : " (not confirmed)"))
                .collect(Collectors.joining(", "));
    }
}
