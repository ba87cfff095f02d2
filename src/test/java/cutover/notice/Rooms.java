package cutover.notice;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.environment.Environment;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.twin.chat.TeamMailbox;
import cutover.twin.chat.TeamRooms;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.front.Door;
import cutover.twin.front.Front;
import cutover.twin.front.House;
import cutover.twin.tls.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** The twin's rooms for the team, and one that answers as a test wishes, below TLS on loopback. */
public final class Rooms implements AutoCloseable {

    private static final String ENVIRONMENT = """
            title: Fixture
            phase: live
            application: clear-my-record
            under-test: new
            sites:
              new:
                origin: https://127.0.0.2:1
                platform: none
                fingerprint: {}
                forbidden-hosts: []
                asset-hosts: []
                logs: {kind: file, path: no.log}
            personas: {}
            mailboxes:
              alerts: {kind: imap, address: alerts@example.org, host: 127.0.0.1, user: alerts, password: ALERTS_PASSWORD}
            mail-domains:
              us: {domain: tested.example, api-key: MAILGUN_KEY, webhooks: {}}
            known:
              applications-at-least: 1
              pdf: {id: 1, texts: [], foreign: [], pages: 1}
              foreign: {}
            deadlines: {appears: 1s, mail: 1s, log: 1s, task: 1s, settle: 1s, exchange: 1s, page: 1s, page-budget: 1s}
            """;

    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(new SplittableRandom(19));
    private final Authority authority = new Authority(clock, ids.branch());
    private final Faults faults = new Faults();
    private final Later later = new Later();
    private final TeamRooms rooms = new TeamRooms(faults, ids);
    private final TeamMailbox mailbox = new TeamMailbox(ids, authority.identity(List.of(TeamMailbox.HOST)));
    private final House house = new House(later);
    private final Door door;
    private final Door own;

    /** @param answers at an address of its own, {@code OWN_URL} */
    public Rooms(Front answers) {
        door = house.https(authority.identity(List.of("127.0.0.1")), rooms);
        own = house.https(authority.identity(List.of("127.0.0.1")), answers);
        house.open();
    }

    public Faults faults() {
        return faults;
    }

    public TeamRooms rooms() {
        return rooms;
    }

    public TeamMailbox mailbox() {
        return mailbox;
    }

    /** The authority's certificate. */
    public String pem() {
        return authority.pem();
    }

    /** Names and values of all secrets. */
    public Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        secrets.put("SLACK_URL", at(door, rooms.slackTarget()));
        secrets.put("TEAMS_URL", at(door, rooms.workflowTarget()));
        secrets.put("HOOK_URL", at(door, rooms.hookTarget()));
        secrets.put("HOOK_TOKEN", rooms.hookToken());
        secrets.put("TEAM_MAIL_PASSWORD", mailbox.password());
        secrets.put("OWN_URL", at(own, "/services/T0/B0/AnAddressThatNobodyElseKnows"));
        secrets.put("WRONG_SIGNATURE", at(door, rooms.workflowTarget()) + "x");
        secrets.put("WRONG_PASSWORD", "this is not the password");
        secrets.put("SITE_URL", "https://127.0.0.2:1/services/AnAddressThatNobodyElseKnows");
        secrets.put("ALERTS_PASSWORD", "password of the alerts");
        secrets.put("MAILGUN_KEY", "key-0123456789abcdef");
        return secrets;
    }

    /** A mail channel of that name; {@code more} wins over the usual. */
    public String mail(String name, String more) {
        return "  " + name + ": {kind: mail, host: 127.0.0.1, port: " + mailbox.port() + ", user: " + TeamMailbox.TEAM
                + ", password: TEAM_MAIL_PASSWORD, from: cutover@team.example, to: [" + TeamMailbox.TEAM
                + "], within: 30s" + more + "}\n";
    }

    /** @param notifications lines of YAML, indented by two */
    static String yaml(String notifications) {
        return ENVIRONMENT + "notifications:\n" + notifications;
    }

    Environment environment(Path folder, String notifications) {
        try {
            Path file = Files.writeString(folder.resolve("mine.yaml"), yaml(notifications));
            return StrictYaml.read(file, Environment.class, Sources.of(Map.of(), secrets()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Noticeboard board(Environment environment) {
        return board(environment, Optional.of(authority.trust()));
    }

    Noticeboard board(Environment environment, Optional<SSLContext> trust) {
        return new Noticeboard(
                environment.notifications(),
                new UnderTest(environment),
                new Means(
                        within -> new HttpProbe(new HttpSettings(
                                (host, port) -> List.of(new InetSocketAddress(InetAddress.getByName(host), port)),
                                trust.orElse(null),
                                "Cutover/test",
                                within,
                                within,
                                1 << 16,
                                Set.of("POST"),
                                clock)),
                        trust,
                        clock));
    }

    private static String at(Door door, String target) {
        return "https://127.0.0.1:" + door.port() + target;
    }

    @Override
    public void close() {
        house.close();
        mailbox.close();
        later.close();
    }
}
