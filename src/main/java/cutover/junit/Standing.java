package cutover.junit;

import cutover.twin.Twin;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** A twin and its browsers that outlive one run, so that many runs can be made against them. */
final class Standing implements AutoCloseable {

    private final RunningTwin twin;
    private final BrowserPool browsers;
    private final Opened opened;

    private Standing(RunningTwin twin, BrowserPool browsers, Opened opened) {
        this.opened = opened;
        this.twin = twin;
        this.browsers = browsers;
    }

    /** Starts the twin that the settings' environment asks for; browsers start when a step wants one. */
    static Standing start(RunSettings settings, Clock clock, RandomGenerator random) {
        Opened opened = new Opened();
        try {
            Remains remains = opened.add(Remains.watch());
            RunningTwin twin = opened.add(RunningTwin.start(clock, random, remains.noted()));
            RunFiles files = RunFiles.read(settings, twin.sources());
            Browserage browserage = new Browserage(settings, clock, text -> {}, remains.noted());
            return new Standing(twin, opened.add(browserage.pool(files.environment())), opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
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
        opened.close();
    }
}
