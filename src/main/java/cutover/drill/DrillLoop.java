package cutover.drill;

import cutover.runbook.Phase;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Runs a drill: what is steady holds, something breaks, the named steps notice and no others, the decision is the expected
 * one, people go back, the old site is proved to be back, the data are accounted for; and then all of it is undone, whatever
 * became of the rest, and what was steady holds again.
 */
public final class DrillLoop {

    private final Scene scene;
    private final Watch watch;
    private final Hands hands;
    private final Clock clock;
    private final Consumer<String> progress;

    /** @param progress told what begins, one line each */
    public DrillLoop(Scene scene, Watch watch, Hands hands, Clock clock, Consumer<String> progress) {
        this.scene = scene;
        this.watch = watch;
        this.hands = hands;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs it to its end; does not throw for what goes wrong in it.
     *
     * @param name of its file, without the ending
     * @param run id of the run that it is part of
     */
    public DrillRecord run(String name, Drill drill, String run) {
        Drilling drilling = new Drilling(drill, name, run, clock);
        About about = new About(name, drill);
        progress.accept(name + ": " + drill.title());
        try {
            scene.begin(drill.begins());
            if (!steady(about, drilling, "before")) {
                return drilling.ended();
            }
        } catch (RuntimeException e) {
            drilling.found(about.brokenOff(e));
            return drilling.ended();
        }
        exerciseAndUndo(about, drilling);
        return drilling.ended();
    }

    private void exerciseAndUndo(About about, Drilling drilling) {
        Undo undo = Undo.from(scene.levers());
        if (!undo.strange().isEmpty()) {
            drilling.found(about.strange(undo.strange()));
            return;
        }
        try {
            scene.records().note();
            exercise(about, drilling);
        } catch (RuntimeException e) {
            drilling.found(about.brokenOff(e));
        } finally {
            undo(about, drilling, undo);
        }
    }

    private void undo(About about, Drilling drilling, Undo undo) {
        progress.accept(about.name() + ": undoing all of it");
        try {
            // first what broke, or what was moved might not be there to be moved back
            scene.mend();
            undo.run(drilling);
            scene.records().takeBack();
            scene.letPass(about.drill().remembered());
            steady(about, drilling, "after");
        } catch (RuntimeException e) {
            drilling.left(e.toString());
            drilling.found(about.notUndone(e));
        }
    }

    private boolean steady(About about, Drilling drilling, String when) {
        Drill drill = about.drill();
        Seen seen = look(about, drilling, "steady-" + when, drill.begins(), drill.watches());
        drilling.expect(
                seen.isMet(),
                about.name() + ": " + drill.begins().key() + " holds " + when + " it",
                about.notSteady(when, seen));
        return seen.isMet();
    }

    private void exercise(About about, Drilling drilling) {
        Drill drill = about.drill();
        drill.breaks().forEach(what -> {
            progress.accept(about.name() + ": breaking " + what.told());
            scene.breakDown(what);
        });
        drilling.broken();
        Seen seen = look(about, drilling, "broken", drill.begins(), drill.watches());
        noticed(about, drilling, seen);
        Choice.Made made = Choice.of(seen, scene.records().broken());
        drilling.decided(made);
        progress.accept(about.name() + ": " + made.choice().words() + ", because " + made.because());
        drilling.expect(
                made.choice() == drill.decision(),
                about.name() + ": the decision is to " + made.choice().words(),
                about.wrongChoice(made));
        if (drill.decision() != Choice.STAY) {
            goBack(about, drilling);
        }
        about.late(drilling.times()).forEach(drilling::found);
    }

    private void noticed(About about, Drilling drilling, Seen seen) {
        Set<String> expected = new TreeSet<>(about.drill().notices());
        Set<String> untold = new TreeSet<>(about.drill().cannotTell());
        boolean exactly = seen.unmet().equals(expected) && seen.untold().equals(untold);
        Set<String> all = new HashSet<>(expected);
        all.addAll(untold);
        if (exactly) {
            seen.ended(all).ifPresent(drilling::noticed);
        }
        drilling.expect(exactly, about.name() + ": noticed by " + about.noticers(), about.noticedOtherwise(seen));
    }

    private void goBack(About about, Drilling drilling) {
        Drill drill = about.drill();
        scene.peopleStay();
        hands.carryOut(drill.actions(), action -> act(about, drilling, action));
        new Read(about, scene.levers()).back(drilling);
        scene.letPass(drill.remembered());
        Seen back = look(about, drilling, "back", Phase.ROLLEDBACK, drill.proves());
        if (back.isMet()) {
            drilling.back();
        }
        drilling.expect(back.isMet(), about.name() + ": the old site is back", about.notBack(back));
        List<Lost> lost = scene.records().lost();
        drilling.lost(lost);
        long rows = lost.stream().mapToLong(Lost::rows).sum();
        drilling.expect(
                rows <= drill.loses(),
                about.name() + ": " + (rows == 0 ? "nothing is lost" : "lost as expected, " + rows + " rows"),
                about.lostMore(lost));
    }

    private void act(About about, Drilling drilling, Action action) {
        progress.accept(about.name() + ": " + action.told());
        Optional<Lever> lever = scene.levers().stream()
                .filter(each -> each.name().equals(action.lever()))
                .findFirst();
        if (lever.isPresent()) {
            String stood = Undo.standing(lever.get());
            drilling.moved(action, stood, pulled(lever.get(), action.to()));
        } else {
            scene.pass(action);
            drilling.moved(action, "", "a person's part");
        }
    }

    /** One that breaks does not keep people from the next one; where it stands is read back. */
    private static String pulled(Lever lever, String to) {
        try {
            return lever.pull(to);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private Seen look(About about, Drilling drilling, String when, Phase phase, List<String> steps) {
        progress.accept(about.name() + ": looking, " + phase.key());
        Seen seen = watch.look(about.name() + "-" + when, phase, new TreeSet<>(steps));
        drilling.looked(seen);
        return seen;
    }
}
