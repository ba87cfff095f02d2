package cutover.drill;

import cutover.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts every lever back to where it was found, whatever became of the drill, and tells of each that is not there. */
final class Undo {

    private final List<Lever> levers;
    private final Map<String, String> found = new LinkedHashMap<>();

    private Undo(List<Lever> levers) {
        this.levers = levers;
    }

    /** Notes where each lever stands now. */
    static Undo from(List<Lever> levers) {
        Undo undo = new Undo(levers);
        levers.forEach(lever -> undo.found.put(lever.name(), standing(lever)));
        return undo;
    }

    /** The levers of which nobody knows where they stood, one line each. */
    List<String> strange() {
        return levers.stream()
                .filter(lever -> !lever.positions().contains(found.get(lever.name())))
                .map(lever -> lever.name() + " stands at " + found.get(lever.name()) + ", not at one of "
                        + String.join(", ", lever.positions()))
                .toList();
    }

    /** The last that was moved first, then all others that stand elsewhere. */
    void run(Drilling drilling) {
        List<String> order = new ArrayList<>();
        drilling.moves().stream()
                .map(Moved::lever)
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    order.remove(name);
                    order.add(0, name);
                });
        levers.stream().map(Lever::name).filter(name -> !order.contains(name)).forEach(order::add);
        order.forEach(name ->
                levers.stream().filter(lever -> lever.name().equals(name)).forEach(lever -> back(lever, drilling)));
    }

    private void back(Lever lever, Drilling drilling) {
        String wanted = found.get(lever.name());
        String told = "";
        try {
            if (!lever.position().equals(wanted) && lever.positions().contains(wanted)) {
                told = lever.pull(wanted);
            }
        } catch (RuntimeException e) {
            told = e.toString();
        }
        String stands = standing(lever);
        if (!stands.equals(wanted)) {
            drilling.left(lever.name() + " stands at " + stands + ", it was found at " + wanted);
            drilling.found(Finding.unmet("the drill has not been undone: " + lever.name() + " stands elsewhere")
                    .expected(wanted + ", where it was found")
                    .butWas(stands + (told.isEmpty() ? "" : "; " + told))
                    .lookAt(lever.name() + ", as src/docs/drills.md lists it: what it is and through what it is moved")
                    .toDo("put " + lever.name() + " back to " + wanted + " by hand before anything else is rehearsed"));
        }
    }

    /** A lever that breaks when it is asked stands nowhere that anybody knows. */
    static String standing(Lever lever) {
        try {
            return lever.position();
        } catch (RuntimeException e) {
            return "nobody knows where: " + e;
        }
    }
}
