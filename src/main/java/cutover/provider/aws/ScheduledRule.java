package cutover.provider.aws;

import java.util.List;

/**
 * A rule of EventBridge that runs by the clock.
 *
 * @param state Amazon's word: {@code ENABLED}, {@code DISABLED} or another
 * @param schedule its expression, which Amazon reads in UTC
 * @param targets what it starts, as ARNs
 */
public record ScheduledRule(String name, String state, String schedule, List<String> targets) {

    public ScheduledRule {
        targets = List.copyOf(targets);
    }

    /** Whether it fires. */
    public boolean isOn() {
        return state.startsWith("ENABLED");
    }

    /** Whether it starts that function, whichever version of it. */
    public boolean starts(String function) {
        return targets.stream().anyMatch(target -> (target + ":").contains(":function:" + function + ":"));
    }
}
