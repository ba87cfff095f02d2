package cutover.probe.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** BIND. It answers only at addresses that a network interface has, so at 127.0.0.1 and a port of its own. */
final class Bind {

    static final String ADDRESS = "127.0.0.1";

    // nothing but its log and its keys are written, and nobody but the test may steer it
    private static final String ALONE = """
            controls { };
            options {
                directory "%s";
                listen-on port %d { 127.0.0.1; };
                listen-on-v6 { none; };
                pid-file none;
                session-keyfile none;
                lock-file none;
                empty-zones-enable no;
                notify no;
            """;
    private static final String KNOWING = """
                recursion no;
                dnssec-validation no;
            };
            """;
    private static final String ASKING = """
                port %d;
                recursion yes;
                dnssec-validation yes;
            };
            trust-anchors { "." static-ds %s "%s"; };
            zone "." { type hint; file "root.hints"; };
            """;
    private static final String ZONE = "zone \"%s\" { type primary; file \"%s\"; %s };%n";

    private Bind() {}

    /** Serves root, {@code org} and {@code example}. */
    static RealServer parent(Path folder, InetSocketAddress address) {
        String zones = zone(folder, ".", "", RealZones.root())
                + zone(folder, "org", "", RealZones.org())
                + zone(folder, "example", "", RealZones.example());
        return started(folder, ALONE.formatted(folder, address.getPort()) + KNOWING + zones)
                .ready(address, new Question("org", "SOA"), false);
    }

    /** Serves a zone as it is, and one that it signs. */
    static RealServer child(Path folder, InetSocketAddress address) {
        String zones = zone(folder, RealZones.ZONE, "", RealZones.lines())
                + zone(folder, RealZones.SIGNED, "dnssec-policy default; inline-signing yes;", RealZones.signed());
        return started(folder, ALONE.formatted(folder, address.getPort()) + KNOWING + zones)
                .ready(address, new Question(RealZones.ZONE, "SOA"), false)
                .ready(() -> signed(address));
    }

    /** Signing begins after the start. A denial is signed when the SOA and the links between names are. */
    private static boolean signed(InetSocketAddress child) {
        NameServer server = new NameServer("starting", child);
        Question missing = new Question("no-such." + RealZones.SIGNED, "A");
        return Asked.hasty()
                .ask(new Query(server, missing, Transport.UDP, false, true))
                .fold(Bind::signed, silent -> false);
    }

    private static boolean signed(Answered denial) {
        return denial.authority().stream()
                        .filter(each -> each.type().equals("RRSIG"))
                        .count()
                > 1;
    }

    /**
     * Finds out by itself, from the root down.
     *
     * @param root whose port is everybody's
     * @param anchor the root's DS in one line
     */
    static RealServer resolver(Path folder, InetSocketAddress address, InetSocketAddress root, String anchor) {
        String[] ds = anchor.split("\\s+");
        int digest = ds.length - 1;
        String numbers = String.join(" ", Arrays.copyOfRange(ds, digest - 3, digest));
        write(
                folder,
                "root.hints",
                ". 3600 NS a.root-servers.example.",
                "a.root-servers.example. 3600 A " + root.getAddress().getHostAddress());
        return started(
                        folder,
                        ALONE.formatted(folder, address.getPort())
                                + ASKING.formatted(root.getPort(), numbers, ds[digest]))
                .ready(address, new Question("org", "SOA"), true);
    }

    private static RealServer started(Path folder, String configuration) {
        write(folder, "named.conf", configuration);
        return RealServer.start(folder, "named", "-g", "-n", "1", "-c", "named.conf");
    }

    private static String zone(Path folder, String zone, String options, String... lines) {
        String file = "zone-" + zone;
        write(folder, file, lines);
        return ZONE.formatted(zone, file, options);
    }

    private static void write(Path folder, String file, String... lines) {
        try {
            Files.write(folder.resolve(file), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
