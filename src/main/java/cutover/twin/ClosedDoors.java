package cutover.twin;

import cutover.twin.door.TcpDoor;
import cutover.twin.door.TcpDoor.State;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.net.Inet6Address;
import java.util.Map;
import java.util.TreeMap;

/** Ports as the internet sees them: the database's, open until the day after, and one that is open at all times. */
final class ClosedDoors implements AutoCloseable {

    private final Faults faults;
    private final DoorPair database = DoorPair.open();
    private final DoorPair beacon = DoorPair.open();
    private final World world;

    ClosedDoors(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
        faults.listen((side, fault, nowOn) -> refresh());
        world.listen(this::refresh);
    }

    private synchronized void refresh() {
        boolean shut = world.is(Deed.PORTS_SHUT) || on(Fault.DATABASE_PORT_SHUT);
        database.four().become(state(shut && !on(Fault.DATABASE_PORT_OPEN), State.FILTERED));
        database.six().become(state(shut && !on(Fault.DATABASE_PORT_OPEN_ON_IPV6), State.CLOSED));
        beacon.become(state(on(Fault.NO_WAY_OUT), State.FILTERED));
    }

    private static State state(boolean shut, State how) {
        return shut ? how : State.OPEN;
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }

    /** Where to knock, by name of the door. */
    Map<String, String> values() {
        Map<String, String> addresses = new TreeMap<>();
        note(addresses, "twin.database", database);
        note(addresses, "twin.beacon", beacon);
        return addresses;
    }

    private static void note(Map<String, String> addresses, String name, DoorPair pair) {
        addresses.put(name + ".v4", told(pair.four()));
        addresses.put(name + ".v6", told(pair.six()));
    }

    private static String told(TcpDoor door) {
        boolean six = door.address().getAddress() instanceof Inet6Address;
        return (six ? "[::1]:" : "127.0.0.1:") + door.port();
    }

    @Override
    public void close() {
        database.close();
        beacon.close();
    }
}
