package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;

/** The faults of one side. */
record Switches(Faults faults, Side side) {

    boolean on(Fault fault) {
        return faults.on(side, fault);
    }
}
