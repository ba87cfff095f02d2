package cutover.junit;

import cutover.config.Sources;
import cutover.probe.browser.lease.Lease;
import cutover.probe.browser.lease.Leases;
import cutover.runbook.Phase;
import cutover.twin.Moment;
import cutover.twin.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A twin with a folder of its own, both gone when closed, and after a kill with the next run. */
final class RunningTwin implements AutoCloseable {

    private static final Pattern REHEARSAL = Pattern.compile("(?m)^rehearsal:\\s*true\\s*$");

    private final Twin twin;
    private final Lease lease;
    private volatile boolean held;

    private RunningTwin(Twin twin, Lease lease) {
        this.twin = twin;
        this.lease = lease;
    }

    /** Whether the environment's file asks for the twin; read as text, because its values are the twin's to give. */
    static boolean isWanted(RunSettings settings) {
        Path file = settings.environmentFile();
        try {
            return Files.exists(file)
                    && REHEARSAL.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            return false;
        }
    }

    /** @param leases where the twin is noted before it is started; its database names the folder in its command */
    static RunningTwin start(Clock clock, RandomGenerator random, Leases leases) {
        Lease lease = leases.take();
        try {
            return new RunningTwin(Twin.start(clock, random, lease.folder()), lease);
        } catch (RuntimeException e) {
            lease.release(List.of());
            throw e;
        }
    }

    Twin twin() {
        return twin;
    }

    /** From now on the world stays where it is, whatever phase looks at it. */
    void hold() {
        held = true;
    }

    /** The phases move the world again. */
    void release() {
        held = false;
    }

    /**
     * Puts the world into the state that the phase finds, unless somebody holds it.
     *
     * @param people come to the site while it is live, before a way back
     */
    void at(Phase phase, Runnable people) {
        if (held) {
            return;
        }
        if (phase == Phase.ROLLEDBACK) {
            twin.at(Moment.SWITCHED);
            people.run();
        }
        twin.at(
                switch (phase) {
                    case BEFORE -> Moment.BEFORE;
                    case UAT -> Moment.NAMED;
                    case LIVE -> Moment.SWITCHED;
                    case DAY2, NIGHTLY -> Moment.CLOSED;
                    case ROLLEDBACK -> Moment.BACK;
                });
        if (phase == Phase.ROLLEDBACK) {
            twin.nobodyIsSentOn();
        }
    }

    Sources sources() {
        return Sources.of(twin.values(), twin.secrets());
    }

    @Override
    public void close() {
        try {
            twin.close();
        } finally {
            lease.release(List.of());
        }
    }
}
