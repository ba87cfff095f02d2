package cutover.junit;

import cutover.drill.Lever;
import cutover.environment.cloud.Rules;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.ScheduledRule;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of EventBridge that start the scheduled work of the new side, all of them together. */
record RulesLever(String name, AwsAccount account, Rules rules) implements Lever {

    @Override
    public List<String> positions() {
        return List.of("on", "off");
    }

    @Override
    public String position() {
        Told<List<ScheduledRule>> told = account.scheduledRules(rules.prefix());
        return told.value().map(this::position).orElseGet(told::trouble);
    }

    private String position(List<ScheduledRule> all) {
        List<ScheduledRule> work = work(all);
        long on = work.stream().filter(ScheduledRule::isOn).count();
        if (on == 0) {
            return "off";
        }
        return on == work.size() ? "on" : "neither: " + on + " of " + work.size() + " rules are on";
    }

    @Override
    public String pull(String position) {
        Told<List<ScheduledRule>> told = account.scheduledRules(rules.prefix());
        return told.value()
                .map(all -> work(all).stream()
                        .map(rule -> pull(rule, position.equals("on")))
                        .collect(Collectors.joining("; ")))
                .orElseGet(told::trouble);
    }

    private String pull(ScheduledRule rule, boolean on) {
        Told<Boolean> told = account.switchRule(rule.name(), on);
        return rule.name() + (told.trouble().isEmpty() ? on ? " on" : " off" : ": " + told.trouble());
    }

    private List<ScheduledRule> work(List<ScheduledRule> all) {
        return all.stream()
                .filter(rule -> !rules.ignored().matcher(rule.name()).find())
                .toList();
    }
}
