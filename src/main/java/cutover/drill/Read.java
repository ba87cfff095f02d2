package cutover.drill;

import cutover.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether all was done that had to be done, and in an order that does no harm: read back, not believed. */
final class Read {

    private final About about;
    private final List<Lever> levers;

    Read(About about, List<Lever> levers) {
        this.about = about;
        this.levers = levers;
    }

    void back(Drilling drilling) {
        for (Action action : about.drill().actions()) {
            drilling.found(action.lever().isBlank() ? done(action, drilling.moves()) : stands(action));
            tooEarly(action, drilling.moves()).forEach(drilling::found);
        }
    }

    private Finding done(Action action, List<Moved> moves) {
        return moves.stream().anyMatch(moved -> moved.action().equals(action.act()))
                ? Finding.met(about.name() + ": done: " + action.act())
                : about.forgotten(action);
    }

    private Finding stands(Action action) {
        String stands = levers.stream()
                .filter(lever -> lever.name().equals(action.lever()))
                .map(Undo::standing)
                .findFirst()
                .orElse("nowhere: there is no such lever");
        return stands.equals(action.to())
                ? Finding.met(about.name() + ": " + action.lever() + " stands at " + action.to())
                : about.standsElsewhere(action, stands);
    }

    private List<Finding> tooEarly(Action action, List<Moved> moves) {
        List<String> before = new ArrayList<>();
        for (Moved moved : moves) {
            if (moved.action().equals(action.act())) {
                return action.after().stream()
                        .filter(needed -> !before.contains(needed))
                        .map(needed -> about.tooEarly(action, needed))
                        .toList();
            }
            before.add(moved.lever());
        }
        return List.of();
    }
}
