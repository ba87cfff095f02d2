package cutover.twin;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which faults are on, for each side; may be switched while the twin answers. */
public final class Faults {

    private final Map<Side, Set<Fault>> on = new EnumMap<>(Side.class);

    public Faults() {
        clear();
    }

    public synchronized void switchOn(Side side, Fault fault) {
        on.get(side).add(fault);
    }

    public synchronized void switchOff(Side side, Fault fault) {
        on.get(side).remove(fault);
    }

    /** Switches all faults off, on both sides. */
    public synchronized void clear() {
        for (Side side : Side.values()) {
            on.put(side, EnumSet.noneOf(Fault.class));
        }
    }

    public synchronized boolean on(Side side, Fault fault) {
        return on.get(side).contains(fault);
    }
}
