package cutover.twin.site;

import cutover.twin.Fault;
import cutover.twin.Faults;
import cutover.twin.Side;

/** The faults of one side. */
record Switches(Faults faults, Side side) {

    boolean on(Fault fault) {
        return faults.on(side, fault);
    }
}
