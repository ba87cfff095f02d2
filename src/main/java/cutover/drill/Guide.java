package cutover.drill;

import cutover.patience.Durations;
import cutover.runbook.Phase;
import cutover.runbook.StepLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Leads people back through the actions of a drill: says what is to be done, one action after the other, and waits until it
 * can be seen that it was done. Moves nothing itself.
 */
public final class Guide {

    /** So many looks in a row of which none could tell: it is our own trouble, and no reason to keep people waiting. */
    private static final int BLIND = 3;

    private final Watch watch;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final Consumer<Action> person;
    private final Consumer<GuideNote> book;
    private final Consumer<String> progress;

    /**
     * A guide.
     *
     * @param pause lets so much time go by; ends early, and leaves the thread interrupted, when somebody breaks it off
     * @param person told what to do, at the moment at which it has to be done
     * @param book keeps what happened, as it happens
     * @param progress one line each, for people
     */
    public Guide(
            Watch watch,
            Clock clock,
            Consumer<Duration> pause,
            Consumer<Action> person,
            Consumer<GuideNote> book,
            Consumer<String> progress) {
        this.watch = watch;
        this.clock = clock;
        this.pause = pause;
        this.person = person;
        this.book = book;
        this.progress = progress;
    }

    /**
     * Goes through all actions, up to the first that cannot be seen in its time.
     *
     * @param name of the drill's file, without the ending
     * @param steps the runbook's, of the phase {@code rolledback}
     * @return whether all were gone through
     */
    public boolean lead(String name, Drill drill, List<StepLine> steps) {
        GuidePlan plan = new GuidePlan(drill.actions(), steps);
        Guiding guiding = new Guiding(new GuideWords(name, drill.actions()), clock, book, progress);
        guiding.begun(drill.title());
        if (!plan.steps().isEmpty()) {
            guiding.told("looking what can be seen already: " + String.join(", ", plan.steps()));
            guiding.looked(0, look(name, 0, 0, plan.steps()));
            guiding.outOfTurn(plan);
        }
        for (int index = 0; index < drill.actions().size(); index++) {
            if (!passed(guiding, plan, name, index)) {
                return false;
            }
        }
        guiding.ended();
        return true;
    }

    private boolean passed(Guiding guiding, GuidePlan plan, String name, int index) {
        Action action = plan.actions().get(index);
        if (Thread.currentThread().isInterrupted()) {
            return guiding.brokenOff(index);
        }
        if (GuidePlan.isSeen(action, guiding.met())) {
            return guiding.already(index);
        }
        Set<String> steps = plan.steps(index);
        guiding.asked(index, steps, plan.budget(steps));
        person.accept(action);
        if (action.seenBy().isEmpty()) {
            return guiding.unobserved(index, "");
        }
        return steps.isEmpty() ? guiding.withALaterOne(index) : awaited(guiding, plan, name, index);
    }

    private boolean awaited(Guiding guiding, GuidePlan plan, String name, int index) {
        Set<String> steps = plan.steps(index);
        Duration budget = plan.budget(steps);
        Instant asked = clock.instant();
        int blind = 0;
        for (int looks = 1; ; looks++) {
            Seen seen = look(name, index + 1, looks, steps);
            guiding.looked(index + 1, seen);
            if (seen.isMet()) {
                return guiding.seen(index, asked);
            }
            Duration waited = Duration.between(asked, clock.instant());
            blind = seen.unmet().isEmpty() ? blind + 1 : 0;
            if (Thread.currentThread().isInterrupted()) {
                return guiding.brokenOff(index);
            }
            if (blind == BLIND) {
                return guiding.unobserved(index, GuideWords.open(seen));
            }
            if (waited.compareTo(budget) >= 0) {
                return guiding.timeOver(index, seen, budget);
            }
            guiding.waiting(index, seen, Durations.told(waited) + " of " + Durations.told(budget));
            pause.accept(plan.pause(steps));
        }
    }

    private Seen look(String name, int action, int count, Set<String> steps) {
        return watch.look("guide-" + name + "-" + action + "-" + count, Phase.ROLLEDBACK, steps);
    }
}
