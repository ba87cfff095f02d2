package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.browser.lease.Lease;
import cutover.probe.browser.lease.Leases;
import cutover.twin.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What remains of a process that a real child of this one stands for. */
class RemainsTest {

    @TempDir
    private Path temporary;

    @Test
    void whatAKilledRunLeftIsEndedAndRemovedByTheNext() throws Exception {
        try (Child child = new Child("database")) {
            assertThat(Running.await(notes().toString())).isNotEmpty();
            assertThat(new Leases(notes()).reap().folders())
                    .as("its owner lives")
                    .isZero();

            child.kill();
            assertThat(Running.await(notes().toString()))
                    .as("nobody has ended it")
                    .isNotEmpty();
            Leases.Reaped reaped = new Leases(notes()).reap();

            assertThat(reaped.processes()).isPositive();
            assertThat(reaped.folders()).isEqualTo(1);
            assertThat(reaped.stays()).isEmpty();
            assertThat(Running.naming(notes().toString())).isEmpty();
            assertThat(notes()).isEmptyDirectory();
        }
    }

    @Test
    void aRunThatIsToldToGoLeavesNothing() throws Exception {
        try (Child child = new Child("program")) {
            assertThat(Running.await(notes().toString())).hasSize(1);

            child.terminate();

            assertThat(Running.naming(notes().toString())).isEmpty();
            assertThat(notes()).isEmptyDirectory();
            assertThat(child.line()).isEqualTo("first this");
            assertThat(child.line()).as("nothing is taken any more").isNull();
        }
    }

    private Path notes() {
        return temporary.resolve("cutover-" + System.getProperty("user.name"));
    }

    /** A run that has started something and then waits for its end. */
    private final class Child implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;

        Child(String what) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djava.io.tmpdir=" + temporary,
                            "-Dot.epg.working-dir=" + Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"),
                            "-Djava.util.logging.config.file=src/main/resources/cutover/logging.properties",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Starting.class.getName(),
                            what)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertThat(said.readLine()).isEqualTo("started");
        }

        String line() throws IOException {
            return said.readLine();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        void terminate() throws InterruptedException {
            // not Process.destroy(), which would close the stream that is still to be read
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** The child's program. */
    static final class Starting {

        private Starting() {}

        public static void main(String[] arguments) throws Exception {
            try (Remains remains = Remains.watch()) {
                Lease lease = remains.noted().take();
                remains.before(() -> System.out.println("first this"));
                if (arguments[0].equals("database")) {
                    Database.start(lease.folder().resolve("database"));
                } else {
                    Path file = lease.folder().resolve("file");
                    new ProcessBuilder("tail", "-F", file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(lease.folder().resolve("out").toFile())
                            .start();
                }
                System.out.println("started");
                Thread.currentThread().join();
            }
        }
    }
}
