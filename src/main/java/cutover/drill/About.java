package cutover.drill;

import cutover.finding.Finding;
import cutover.patience.Durations;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said when a drill does not go as its file has it. */
record About(String name, Drill drill) {

    private String file() {
        return "config/drills/" + name + ".yaml";
    }

    String noticers() {
        String noticed = String.join(", ", drill.notices());
        String untold = drill.cannotTell().isEmpty() ? "" : "could not tell: " + String.join(", ", drill.cannotTell());
        return noticed + (noticed.isEmpty() || untold.isEmpty() ? "" : "; ") + untold;
    }

    Finding brokenOff(RuntimeException why) {
        return Finding.unmet("the drill " + name + " broke off")
                .expected("that it is run to its end")
                .butWas(why.toString())
                .lookAt(file())
                .toDo("mend what is said there, and run it again: -Ddrill=" + name);
    }

    Finding strange(List<String> levers) {
        return Finding.unmet("the drill " + name + " cannot begin: what it would move stands nowhere that it knows")
                .expected("each at one of its places, so that it can be put back")
                .butWas(String.join("\n", levers))
                .lookAt(file())
                .toDo("see who has moved it, or what cannot be asked");
    }

    Finding notUndone(RuntimeException why) {
        return Finding.unmet("the drill " + name + " has not been undone")
                .expected("the world as it was before")
                .butWas(why.toString())
                .lookAt(file())
                .toDo("put back by hand what the drill's record lists as moved, then run the steps of "
                        + drill.begins().key());
    }

    Finding notSteady(String when, Seen seen) {
        return Finding.unmet("the drill " + name + ": " + drill.begins().key() + " does not hold " + when + " it")
                .expected("each of its steps met")
                .butWas(seen.open())
                .lookAt("run " + seen.run())
                .toDo(
                        when.equals("before")
                                ? "mend that first: a drill in a broken world proves nothing"
                                : "the undo of the drill is not complete: put right what is listed, then run the steps again");
    }

    Finding noticedOtherwise(Seen seen) {
        return Finding.unmet("the drill " + name + " was not noticed by exactly the steps that should have")
                .expected(noticers())
                .butWas((seen.unmet().isEmpty() ? "unmet: none" : "unmet: " + String.join(", ", seen.unmet()))
                        + (seen.untold().isEmpty() ? "" : "\ncould not tell: " + String.join(", ", seen.untold()))
                        + "\n" + seen.open())
                .lookAt("run " + seen.run())
                .lookAt(file() + ", notices")
                .toDo(
                        "a step that should have noticed is blind, one that should not have is jumpy: mend the step, or the"
                                + " drill where it asks the wrong thing");
    }

    Finding wrongChoice(Choice.Made made) {
        return Finding.unmet("the drill " + name + " leads to another decision")
                .expected(drill.decision().words())
                .butWas(made.choice().words() + ", because " + made.because())
                .lookAt(file() + ", decision")
                .toDo("see which step or which look at the data led there; on the night the team would do the same");
    }

    Finding standsElsewhere(Action action, String stands) {
        return Finding.unmet("the drill " + name + ": " + action.lever() + " does not stand at " + action.to())
                .expected(action.to())
                .butWas(stands)
                .lookAt(file() + ", actions")
                .toDo(action.act());
    }

    Finding forgotten(Action action) {
        return Finding.unmet("the drill " + name + ": nobody has done one of the actions")
                .expected(action.act())
                .butWas("nothing")
                .lookAt(file() + ", actions")
                .toDo(action.act());
    }

    Finding tooEarly(Action action, String needed) {
        return Finding.unmet("the drill " + name + ": " + action.lever() + " was moved before " + needed)
                .expected(needed + " first, then " + action.lever())
                .butWas("the other way round")
                .lookAt(file() + ", actions")
                .toDo(
                        "go through the actions in their order: in between people meet what is not there yet, or turn in circles");
    }

    Finding notBack(Seen seen) {
        return Finding.unmet("the drill " + name + ": the old site is not back")
                .expected("each step of " + Phase.ROLLEDBACK.key() + " met")
                .butWas(seen.open())
                .lookAt("run " + seen.run())
                .toDo(drill.actions().stream()
                        .filter(action -> action.seenBy().stream()
                                .anyMatch(step -> seen.unmet().contains(step)
                                        || seen.untold().contains(step)))
                        .map(Action::act)
                        .collect(Collectors.joining("; then ")));
    }

    Finding lostMore(List<Lost> lost) {
        return Finding.unmet("the drill " + name + " loses more than it may")
                .expected(drill.loses() == 0 ? "nothing lost" : "at most " + drill.loses() + " rows")
                .butWas(lost.stream().map(Lost::told).collect(Collectors.joining("\n")))
                .lookAt(file() + ", loses")
                .toDo(
                        "write down whom that is about: those people have to be told; and take the snapshot later or more often");
    }

    /** One finding for each part that took longer than it may. */
    List<Finding> late(Drilling.Times times) {
        List<Finding> late = new ArrayList<>();
        judge(late, "noticed", times.noticed(), drill.targets().noticed());
        judge(late, "decided", times.decided(), drill.targets().decided());
        judge(late, "back", times.back(), drill.targets().back());
        return late;
    }

    private void judge(List<Finding> all, String part, long millis, Duration target) {
        if (millis > target.toMillis()) {
            all.add(Finding.unmet("the drill " + name + " took too long until it was " + part)
                    .expected("at most " + Durations.told(target))
                    .butWas(Durations.told(Duration.ofMillis(millis)))
                    .lookAt(file() + ", targets")
                    .toDo("see in the runs of the drill which step took the time"));
        } else if (millis >= 0) {
            all.add(Finding.met(name + ": " + part + " after " + Durations.told(Duration.ofMillis(millis))));
        }
    }
}
