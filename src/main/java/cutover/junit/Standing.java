package cutover.junit;

import cutover.twin.Twin;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** A twin and its browsers that outlive one run, so that many runs can be made against them; for the project's tests. */
final class Standing implements AutoCloseable {

    private final RunningTwin twin;
    private final BrowserPool browsers;

    private Standing(RunningTwin twin, BrowserPool browsers) {
        this.twin = twin;
        this.browsers = browsers;
    }

    /** Starts the twin that the settings' environment asks for; browsers start when a step wants one. */
    static Standing start(RunSettings settings, Clock clock, RandomGenerator random) {
        Browserage browserage = new Browserage(settings, clock, text -> {});
        RunningTwin twin = RunningTwin.start(clock, random, browserage.twinFolder());
        RunFiles files = RunFiles.read(settings, twin.sources());
        return new Standing(twin, browserage.pool(files.environment()));
    }

    Twin twin() {
        return twin.twin();
    }

    RunningTwin running() {
        return twin;
    }

    BrowserPool browsers() {
        return browsers;
    }

    @Override
    public void close() {
        browsers.close();
        twin.close();
    }
}
