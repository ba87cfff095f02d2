package cutover.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Records of every kind that can be bound. */
final class Samples {

    private Samples() {}

    enum Phase {
        BEFORE,
        LIVE,
        ROLLED_BACK
    }

    record Pin(String from, String to) {
        public static Pin parse(String text) {
            String[] ends = text.split(" -> ");
            if (ends.length != 2) {
                throw new IllegalArgumentException("a pin is written host:port -> address:port");
            }
            return new Pin(ends[0], ends[1]);
        }
    }

    sealed interface SignIn permits Form, BasicAuth, Open {}

    record Form(String path, Secret password) implements SignIn {}

    record BasicAuth(String user) implements SignIn {}

    record Open() implements SignIn {}

    @Doc("One host under test")
    record Host(
            @Doc("Where it answers") URI url,
            @Default("443") int port,
            @Default("[]") List<Pin> pins) {
        Host {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
            }
        }
    }

    record Site(
            @Doc("Shown in the report") String name,
            boolean readOnly,
            long mostBytes,
            double share,
            Phase phase,
            Duration patience,
            LocalDate until,
            Instant since,
            Path redirects,
            Pattern marker,
            Map<String, Host> hosts,
            Set<Phase> phases,
            Map<Phase, Duration> budgets,
            SignIn signIn,
            Optional<String> note,
            @Default("") String prefix,

            @Default("{url: \"https://status.example.org/\"}")
            Host status) {}

    static final String SITE = """
            name: Clear My Record
            read-only: true
            most-bytes: 5000000000
            share: 0.25
            phase: rolled-back
            patience: 2m
            until: 2027-01-31
            since: 2026-11-22T08:00:00Z
            redirects: ../redirects.yaml
            marker: 'id="app-[0-9]+"'
            hosts:
              www:
                url: https://${host}/start
                port: ${port}
                pins:
                  - www.example.org:443 -> 127.0.0.1:8443
              admin:
                url: https://admin.example.org
            phases: [live, before]
            budgets:
              live: 5s
              before: 500ms
            sign-in:
              kind: form
              path: /login
              password: STAFF_PASSWORD
            """;

    static Sources sources() {
        return Sources.of(
                Map.of("host", "www.example.org", "port", "8443"), Map.of("STAFF_PASSWORD", "correct horse battery"));
    }
}
