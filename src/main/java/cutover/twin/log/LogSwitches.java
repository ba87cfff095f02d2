package cutover.twin.log;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.time.Duration;

/** What the faults make of a record on its way into the log of one side. */
record LogSwitches(Side side, Faults faults, Duration late) {

    /** How often the record of a logger is written: not at all, once, or by two handlers. */
    int copies(String level) {
        if (silent() || level.equals("ERROR") && faults.on(side, Fault.ERRORS_NOT_LOGGED)) {
            return 0;
        }
        return faults.on(side, Fault.LOG_TWICE) ? 2 : 1;
    }

    boolean silent() {
        return faults.on(side, Fault.LOG_SILENT);
    }

    boolean elsewhere() {
        return faults.on(side, Fault.LOG_IN_OLD_PLACE);
    }

    Duration delay() {
        return faults.on(side, Fault.LOG_LATE) ? late : Duration.ZERO;
    }
}
