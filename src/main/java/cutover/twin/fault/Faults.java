package cutover.twin.fault;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Which faults are on, for each side; may be switched while the twin answers. */
public final class Faults {

    private final Map<Side, Set<Fault>> on = new EnumMap<>(Side.class);
    private final Map<Side, Map<Fault, BooleanSupplier>> implied = new EnumMap<>(Side.class);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public Faults() {
        for (Side side : Side.values()) {
            on.put(side, EnumSet.noneOf(Fault.class));
            implied.put(side, new EnumMap<>(Fault.class));
        }
    }

    /** Returns once the fault can be seen from outside. */
    public void switchOn(Side side, Fault fault) {
        if (added(side, fault)) {
            tell(side, fault, true);
        }
    }

    /** Returns once the fault can no longer be seen from outside. */
    public void switchOff(Side side, Fault fault) {
        if (removed(side, fault)) {
            tell(side, fault, false);
        }
    }

    /** Switches all faults off, on both sides. */
    public void clear() {
        for (Side side : Side.values()) {
            for (Fault fault : Fault.values()) {
                switchOff(side, fault);
            }
        }
    }

    /** A fault follows from how the world stands, besides being switched on; whoever listens is not told. */
    public synchronized void imply(Side side, Fault fault, BooleanSupplier when) {
        implied.get(side).put(fault, when);
    }

    public synchronized boolean on(Side side, Fault fault) {
        BooleanSupplier follows = implied.get(side).get(fault);
        return on.get(side).contains(fault) || follows != null && follows.getAsBoolean();
    }

    /** Tells a part of the twin that cannot ask at each request, such as a listening socket. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    private synchronized boolean added(Side side, Fault fault) {
        return on.get(side).add(fault);
    }

    private synchronized boolean removed(Side side, Fault fault) {
        return on.get(side).remove(fault);
    }

    /** Outside the lock: a listener may wait for requests that ask which faults are on. */
    private void tell(Side side, Fault fault, boolean nowOn) {
        listeners.forEach(listener -> listener.switched(side, fault, nowOn));
    }

    /** Hears of each change, once it has been made. */
    @FunctionalInterface
    public interface Listener {

        void switched(Side side, Fault fault, boolean nowOn);
    }
}
