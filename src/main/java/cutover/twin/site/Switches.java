package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.util.Arrays;

/** The faults of one side. */
record Switches(Faults faults, Side side) {

    boolean on(Fault fault) {
        return faults.on(side, fault);
    }

    /** On whichever side: of something that both have, such as the database. */
    boolean onAnySide(Fault fault) {
        return Arrays.stream(Side.values()).anyMatch(each -> faults.on(each, fault));
    }
}
