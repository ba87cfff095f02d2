package cutover.twin.work;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.log.HerokuLog;
import cutover.twin.web.Tasks;
import java.time.Duration;
import java.util.function.Consumer;

/** Asynchronous work in the worker process beside the web process. */
public final class HerokuWorker implements Tasks {

    private final HerokuLog log;
    private final TaskSwitches switches;
    private final Later later;
    private final Ids ids;

    /** @param late how long the queue takes when it is too slow */
    public HerokuWorker(HerokuLog log, Faults faults, Duration late, Later later, Ids ids) {
        this.log = log;
        this.switches = new TaskSwitches(Side.OLD, faults, late);
        this.later = later;
        this.ids = ids;
    }

    @Override
    public void later(String name, String requestId, Consumer<String> work) {
        if (switches.never(name)) {
            return;
        }
        if (switches.insideRequest(name)) {
            work.accept(requestId);
            return;
        }
        String id = ids.uuid();
        log.worker(id);
        for (int i = 0; i < switches.runs(name); i++) {
            later.in(switches.delay(name), () -> run(name, id, work));
        }
    }

    private void run(String name, String id, Consumer<String> work) {
        log.record("INFO", id, "Received task: " + name + "[" + id + "]");
        work.accept(id);
        log.record("INFO", id, "Task " + name + "[" + id + "] succeeded: None");
    }
}
