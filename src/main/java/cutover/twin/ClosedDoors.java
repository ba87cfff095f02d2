package cutover.twin;

import cutover.twin.door.TcpDoor;
import cutover.twin.door.TcpDoors;
import cutover.twin.fault.Faults;
import java.util.Map;
import java.util.TreeMap;

/** The database's port as the internet sees it: open until the day after. */
final class ClosedDoors implements AutoCloseable {

    private final Faults faults;
    private final TcpDoors database = new TcpDoors(TcpDoor.State.OPEN);
    private Moment moment = Moment.SWITCHED;

    ClosedDoors(Faults faults) {
        this.faults = faults;
        faults.listen((side, fault, nowOn) -> at(moment));
    }

    synchronized void at(Moment now) {
        moment = now;
        database.become(now == Moment.CLOSED ? TcpDoor.State.FILTERED : TcpDoor.State.OPEN);
    }

    /** Where to knock, by name of the door; without IPv6 its door's address is that of a port where nobody is. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        addresses.put("database.v4", "127.0.0.1:" + database.four().port());
        database.six().ifPresent(door -> addresses.put("database.v6", "[::1]:" + door.port()));
        return addresses;
    }

    @Override
    public void close() {
        database.close();
    }
}
