package cutover.drill;

import cutover.finding.Finding;
import java.util.List;
import java.util.TreeSet;

/** The look with which a drill begins, and nothing else: nothing breaks, nothing is moved. */
public final class Beginning {

    private final Scene scene;
    private final Watch watch;

    public Beginning(Scene scene, Watch watch) {
        this.scene = scene;
        this.watch = watch;
    }

    /** Whether the drill could begin: its steps hold, and each lever stands at one of its places. */
    public List<Finding> look(String name, Drill drill) {
        About about = new About(name, drill);
        try {
            scene.begin(drill.begins());
            Seen seen = watch.look(name + "-steady", drill.begins(), new TreeSet<>(drill.watches()));
            List<String> strange = Undo.from(scene.levers()).strange();
            return List.of(
                    seen.isMet()
                            ? Finding.met(name + ": " + drill.begins().key() + " holds")
                            : about.notSteady("before", seen),
                    strange.isEmpty()
                            ? Finding.met(name + ": each lever stands at one of its places")
                            : about.strange(strange));
        } catch (RuntimeException e) {
            return List.of(about.brokenOff(e));
        }
    }
}
