package cutover.twin.log;

import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.LogSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The old platform's log: router and processes write into one file. */
public final class HerokuLog implements LogSink {

    private static final String WEB = "app[web.1]";
    private static final String WORKER = "app[worker.1]";
    private static final String ROUTER = "heroku[router]";

    private final DrainFile file;
    private final LogSwitches switches;
    private final Later later;
    private final Clock clock;
    private final Map<String, String> processes = new ConcurrentHashMap<>();

    /** @param late how long the platform takes when it is too slow */
    public HerokuLog(DrainFile file, Faults faults, Duration late, Later later, Clock clock) {
        this.file = file;
        this.switches = new LogSwitches(Side.OLD, faults, late);
        this.later = later;
        this.clock = clock;
    }

    /** Says that the work under this id is done by the worker; all other ids belong to the web process. */
    public void worker(String requestId) {
        processes.put(requestId, WORKER);
    }

    /** Says that the work under this id is done by a process that somebody started for it alone. */
    public void oneOff(String requestId, String process) {
        processes.put(requestId, "app[" + process + "]");
    }

    /** What the platform tells of a process. */
    public void platform(String process, String text) {
        if (!switches.silent()) {
            write("heroku[" + process + "]", text);
        }
    }

    /** A line of the platform's router. */
    public void router(String text) {
        if (!switches.silent()) {
            write(ROUTER, text);
        }
    }

    @Override
    public void record(String level, String requestId, String message) {
        String text = RecordShape.record(level, clock.instant(), requestId, message);
        copies(requestId, text, switches.copies(level));
    }

    @Override
    public void line(String requestId, String text) {
        copies(requestId, text, switches.copies("INFO"));
    }

    public void clear() {
        processes.clear();
        file.clear();
    }

    private void copies(String requestId, String text, int copies) {
        for (int i = 0; i < copies; i++) {
            write(processes.getOrDefault(requestId, WEB), text);
        }
    }

    private void write(String process, String text) {
        Instant now = clock.instant();
        Duration delay = switches.delay();
        if (delay.isZero()) {
            file.write(now, process, text);
        } else {
            later.in(delay, () -> file.write(now, process, text));
        }
    }
}
