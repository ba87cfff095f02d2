package cutover.probe.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Unbound as a resolver; it asks at port 53 unless it is told who serves a zone, so it is told for each. */
final class Unbound {

    private static final String ALONE = """
            server:
                directory: "%s"
                chroot: ""
                username: ""
                pidfile: ""
                logfile: ""
                use-syslog: no
                interface: %s@%d
                do-ip6: no
                do-daemonize: no
                do-not-query-localhost: no
                module-config: "validator iterator"
                trust-anchor: "%s"
            remote-control:
                control-enable: no
            """;
    private static final String STUB = """
            stub-zone:
                name: "%s"
                stub-addr: %s@%d
            """;

    private Unbound() {}

    /** @param anchor a DS or DNSKEY record in one line */
    static RealServer start(
            Path folder, InetSocketAddress address, String anchor, Map<String, InetSocketAddress> stubs) {
        String stubbed = stubs.entrySet().stream()
                .map(each -> STUB.formatted(
                        each.getKey(),
                        each.getValue().getAddress().getHostAddress(),
                        each.getValue().getPort()))
                .collect(Collectors.joining());
        try {
            Files.writeString(
                    folder.resolve("unbound.conf"),
                    ALONE.formatted(folder, address.getAddress().getHostAddress(), address.getPort(), anchor)
                            + stubbed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RealServer.start(folder, "unbound", "-d", "-p", "-c", "unbound.conf")
                .ready(address, new Question("org", "SOA"), true);
    }
}
