package cutover.probe.dns;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name server of the distribution, in the foreground as whoever runs the test, with a folder and an address of its own.
 * It ends with the test; what it wrote is in its folder.
 */
final class RealServer implements AutoCloseable {

    private static final Map<String, String> PACKAGES = Map.of("named", "bind9", "unbound", "unbound");
    // where daemons live, often not on the path of a person
    private static final List<String> DAEMONS = List.of("/usr/sbin", "/usr/local/sbin", "/sbin");
    private static final Duration START = Duration.ofSeconds(30);
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final Path log;

    private RealServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Skips the test on a machine without the programs, and says so where it is seen. */
    static void assumeInstalled(String... programs) {
        List<String> missing =
                Stream.of(programs).filter(each -> program(each).isEmpty()).toList();
        if (!missing.isEmpty()) {
            String packages = missing.stream().map(PACKAGES::get).collect(Collectors.joining(" "));
            String reason = "NOT RUN: real servers are needed to show interoperability, and this machine lacks %s."
                            .formatted(String.join(" and ", missing))
                    + " On Debian or Ubuntu: apt-get install " + packages;
            // Surefire shows the reason of a skipped test in its files only
            System.err.println(reason);
            abort(reason);
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), DAEMONS.stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param arguments of the program, which keep it in the foreground */
    static RealServer start(Path folder, String program, String... arguments) {
        Path log = folder.resolve(program + ".log");
        try {
            List<String> command = Stream.concat(Stream.of(own(folder, program)), Stream.of(arguments))
                    .toList();
            return new RealServer(
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // AppArmor goes by the place of a program, and keeps the one in its usual place from reading our folder
    private static String own(Path folder, String program) throws IOException {
        Path copy = folder.resolve(program);
        return Files.copy(program(program).orElseThrow(), copy, StandardCopyOption.COPY_ATTRIBUTES)
                .toString();
    }

    /** Waits until it answers over both transports; one that does not is ended. */
    RealServer ready(InetSocketAddress address, Question question, boolean recursion) {
        NameServer server = new NameServer("starting", address);
        return ready(() -> Stream.of(Transport.values())
                .map(transport -> new Query(server, question, transport, recursion, false))
                .allMatch(query -> Asked.hasty().ask(query).outcome().equals("NOERROR")));
    }

    /** The same for whatever shows it. */
    RealServer ready(Callable<Boolean> shown) {
        try {
            await().atMost(START).failFast(this::alive).until(shown);
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw new AssertionError("a real server did not come up; it wrote:\n" + said(), e);
        }
    }

    private void alive() {
        if (!process.isAlive()) {
            throw new AssertionError("it ended by itself");
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a port that is free over both transports. */
    static InetSocketAddress free(String address) {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getByName(address));
                DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getByName(address))) {
            return new InetSocketAddress(address, udp.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port at " + address, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
