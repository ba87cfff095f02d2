package cutover.drill;

import cutover.drill.GuideNote.Kind;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.patience.Durations;
import cutover.runbook.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is noted and told while people are guided, with the clock running. Each end of an action tells whether to go on. */
final class Guiding {

    /** What has not changed is said again after that time. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final GuideWords words;
    private final Clock clock;
    private final Consumer<GuideNote> book;
    private final Consumer<String> progress;
    private final Instant begun;
    private final Set<String> met = new TreeSet<>();
    private String lastOpen = "";
    private Instant lastTold;

    Guiding(GuideWords words, Clock clock, Consumer<GuideNote> book, Consumer<String> progress) {
        this.words = words;
        this.clock = clock;
        this.book = book;
        this.progress = progress;
        this.begun = clock.instant();
        this.lastTold = begun;
    }

    /** The steps that were met when they were looked at last. */
    Set<String> met() {
        return met;
    }

    void begun(String title) {
        note(Kind.BEGUN, 0, "", words.name() + ": " + title);
        for (int index = 0; index < words.actions().size(); index++) {
            note(Kind.PLANNED, index + 1, "", "");
        }
    }

    void told(String text) {
        lastTold = clock.instant();
        progress.accept("[" + Durations.told(Duration.between(begun, lastTold)) + "] " + text);
    }

    /** @param number of the action, from 1; 0 for the look at all of them */
    void looked(int number, Seen seen) {
        met.removeAll(seen.unmet());
        met.removeAll(seen.untold());
        seen.steps().stream().filter(step -> Seen.state(step) == State.MET).forEach(step -> met.add(step.id()));
        note(Kind.LOOKED, number, seen.run(), seen.isMet() ? "" : GuideWords.open(seen));
    }

    /** Tells of what was done although something before it was not; that is no mistake of ours, but people should know. */
    void outOfTurn(GuidePlan plan) {
        boolean open = false;
        for (int index = 0; index < plan.actions().size(); index++) {
            Action action = plan.actions().get(index);
            boolean seen = GuidePlan.isSeen(action, met);
            if (seen && open) {
                String missing = plan.missing(action, met);
                told(words.number(index) + " can be seen already, before its turn: " + action.act()
                        + (missing.isEmpty() ? "" : "; before it should have come: " + missing));
            }
            open |= !seen;
        }
    }

    void asked(int index, Set<String> steps, Duration budget) {
        note(Kind.ASKED, index + 1, "", "");
        told(words.number(index) + " NOW: " + words.actions().get(index).act());
        if (!steps.isEmpty()) {
            told("    to be seen by " + String.join(", ", steps) + ", within " + Durations.told(budget));
        }
        lastOpen = "";
    }

    void waiting(int index, Seen seen, String waited) {
        String open = GuideWords.open(seen);
        if (!open.equals(lastOpen)
                || Duration.between(lastTold, clock.instant()).compareTo(SILENCE) >= 0) {
            told(words.number(index) + " waiting, " + waited + "; " + open);
            lastOpen = open;
        }
    }

    boolean already(int index) {
        note(Kind.ALREADY, index + 1, "", "");
        told(words.number(index) + " can be seen already: "
                + words.actions().get(index).act());
        return true;
    }

    boolean seen(int index, Instant asked) {
        note(Kind.SEEN, index + 1, "", "");
        told(words.number(index) + " seen, " + Durations.told(Duration.between(asked, clock.instant()))
                + " after it was told");
        return true;
    }

    boolean withALaterOne(int index) {
        note(Kind.WITH_A_LATER_ONE, index + 1, "", "");
        told("    what shows it shows a later one too: do it now, it is waited for there");
        return true;
    }

    /** @param why empty when no step would tell */
    boolean unobserved(int index, String why) {
        note(Kind.UNOBSERVED, index + 1, "", why);
        told("    nobody can see this one: do it now" + (why.isEmpty() ? "" : "; " + why));
        return true;
    }

    boolean timeOver(int index, Seen seen, Duration budget) {
        return stopped(index, words.timeOver(index, seen, budget));
    }

    boolean brokenOff(int index) {
        return stopped(index, words.brokenOff(index));
    }

    void ended() {
        note(Kind.ENDED, 0, "", "");
        told("all actions are gone through; now the whole phase is looked at");
    }

    private boolean stopped(int index, Finding why) {
        keep(Kind.STOPPED, index + 1, "", "", List.of(why));
        FailureText.of(why).lines().forEach(progress);
        return false;
    }

    private void note(Kind kind, int action, String run, String text) {
        keep(kind, action, run, text, List.of());
    }

    private void keep(Kind kind, int action, String run, String text, List<Finding> findings) {
        String act = action == 0 ? "" : words.actions().get(action - 1).act();
        book.accept(new GuideNote(clock.instant(), kind, action, act, run, text, findings));
    }
}
