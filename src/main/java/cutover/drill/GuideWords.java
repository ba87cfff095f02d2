package cutover.drill;

import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.patience.Durations;
import cutover.runbook.State;
import cutover.runbook.StepVerdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people hear of a guided rollback. */
record GuideWords(String name, List<Action> actions) {

    /** For instance {@code 3 of 7}. */
    String number(int index) {
        return (index + 1) + " of " + actions.size();
    }

    /** What is not met, in one line. */
    static String open(Seen seen) {
        String open = seen.open().replace("\n", "; ");
        return open.isEmpty() ? "nothing could be looked at" : open;
    }

    /** What is still to be done, from that action on, in order. */
    String rest(int index) {
        return IntStream.range(index, actions.size())
                .mapToObj(each -> (each + 1) + ". " + actions.get(each).act())
                .collect(Collectors.joining("\n"));
    }

    Finding timeOver(int index, Seen seen, Duration waited) {
        Action action = actions.get(index);
        return stopped(index, "its time is over")
                .expected(String.join(", ", action.seenBy()) + " met within " + Durations.told(waited))
                .butWas(seen.open())
                .lookAt("run " + seen.run())
                .lookAt("config/drills/" + name + ".yaml, actions")
                .toDo(action.act() + "; " + remedies(seen)
                        + "then run the same command again, which passes over what can be seen. Not done yet:\n"
                        + rest(index));
    }

    Finding brokenOff(int index) {
        return stopped(index, "it was broken off")
                .expected("that all actions are gone through")
                .butWas("an end from outside")
                .lookAt("config/drills/" + name + ".yaml, actions")
                .toDo("run the same command again, which passes over what can be seen. Not done yet:\n" + rest(index));
    }

    private Unmet stopped(int index, String why) {
        return Finding.unmet("the way back stops at action " + number(index) + ", " + why + ": "
                + actions.get(index).act());
    }

    private static String remedies(Seen seen) {
        return seen.steps().stream()
                .filter(step -> Seen.state(step) != State.MET)
                .map(StepVerdict::line)
                .map(line -> line.id() + ": " + line.whenUnmet() + " ")
                .collect(Collectors.joining());
    }
}
