package cutover.twin.work;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.log.Invocation;
import cutover.twin.log.LambdaLog;
import cutover.twin.web.Tasks;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Asynchronous work as another invocation of the same function, in another container. */
public final class LambdaTasks implements Tasks {

    private static final String ROUTE = "zappa.async.route_lambda_task";

    private final LambdaLog log;
    private final TaskSwitches switches;
    private final Later later;
    private final Ids ids;

    /** @param late how long the platform takes when it is too slow */
    public LambdaTasks(LambdaLog log, Faults faults, Duration late, Later later, Ids ids) {
        this.log = log;
        this.switches = new TaskSwitches(Side.NEW, faults, late);
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
        Optional<String> starter = log.streamOf(requestId);
        String id = ids.uuid();
        later.in(switches.delay(name), () -> {
            // a repeated run keeps its id, as the platform repeats the same event
            for (int i = 0; i < switches.runs(name); i++) {
                run(name, id, starter, work);
            }
        });
    }

    private void run(String name, String id, Optional<String> starter, Consumer<String> work) {
        Invocation invocation = log.start(id, starter);
        log.line(id, "{'task_path': '" + name + "', 'capture_response': False, 'command': '" + ROUTE + "'}");
        work.accept(id);
        log.line(id, "Result of " + ROUTE + ":");
        log.line(id, "None");
        log.end(invocation);
    }
}
