package cutover.twin.work;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.time.Duration;

/** What the faults make of a task of one side; they concern the debug task only. */
record TaskSwitches(Side side, Faults faults, Duration late) {

    boolean never(String name) {
        return on(name, Fault.TASK_NEVER_RUNS);
    }

    boolean insideRequest(String name) {
        return on(name, Fault.TASK_INSIDE_REQUEST);
    }

    int runs(String name) {
        return on(name, Fault.TASK_RUNS_TWICE) ? 2 : 1;
    }

    Duration delay(String name) {
        return on(name, Fault.TASK_LATE) ? late : Duration.ZERO;
    }

    private boolean on(String name, Fault fault) {
        return name.endsWith(".debug_task") && faults.on(side, fault);
    }
}
