package cutover.twin;

import cutover.twin.fault.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What people have done to the world so far. Parts of the twin ask it at each request, or are told of each change. */
final class World {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Set<Deed> done = Moment.SWITCHED.deeds();

    boolean is(Deed deed) {
        return done.contains(deed);
    }

    /** Whether that is done which is done at a moment, and nothing else. */
    boolean is(Moment moment) {
        return done.equals(moment.deeds());
    }

    /** Where people, and the vendors that call, are. */
    Side users() {
        return is(Deed.VENDORS_MOVED) ? Side.NEW : Side.OLD;
    }

    /** Where the team lets the scheduled work run. */
    Side tasks() {
        return is(Deed.TASKS_MOVED) ? Side.NEW : Side.OLD;
    }

    /** Whether the old application, were it on, would reach the database. */
    boolean oldReachesDatabase() {
        return !is(Deed.DATABASE_PRIVATE) && !is(Deed.PORTS_SHUT);
    }

    /** Whether the old application, were it on, would be let in by the database. */
    boolean oldKnowsPassword() {
        return !is(Deed.PASSWORD_CHANGED) || is(Deed.OLD_APP_TOLD);
    }

    /** Whether the old application, were it on, would reach its files. */
    boolean oldReachesFiles() {
        return !is(Deed.KEY_REMOVED);
    }

    /** Exactly that is done. */
    void become(Set<Deed> deeds) {
        done = Set.copyOf(deeds);
        listeners.forEach(Runnable::run);
    }

    /** That is done, or undone, besides all that is. */
    synchronized void set(Deed deed, boolean isDone) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        deeds.addAll(done);
        if (isDone ? deeds.add(deed) : deeds.remove(deed)) {
            become(deeds);
        }
    }

    /** Tells a part of the twin that cannot ask at each request. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }
}
