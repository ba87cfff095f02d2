package cutover.twin;

import cutover.twin.aws.AwsFront;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.AssetFront;
import cutover.twin.front.Bucket;
import cutover.twin.front.GatewayFront;
import cutover.twin.front.HerokuFront;
import cutover.twin.front.Hosts;
import cutover.twin.front.House;
import cutover.twin.tls.Authority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The twin without its application and its database: {@link SmallSite} stands on both sides. */
final class Edge implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMillis(50);

    final Clock clock = Clock.systemUTC();
    final Faults faults = new Faults();
    final Ids ids = new Ids(new SplittableRandom(1));
    final Later later = new Later();
    final Ground ground;
    final Streets streets;
    final Authority authority;

    Edge(Path folder) {
        authority = new Authority(clock, new SplittableRandom(2));
        ground = new Ground(clock, ids, faults, later, folder, authority);
        SmallSite newSite = new SmallSite(ground.platform(Side.NEW));
        SmallSite oldSite = new SmallSite(ground.platform(Side.OLD));
        streets = new Streets(
                new House(later),
                authority,
                faults,
                new GatewayFront(newSite, ground.lambdaLog(), faults, LIMIT, clock, ids),
                new HerokuFront(oldSite, ground.herokuLog(), faults, LIMIT, clock, ids),
                new AssetFront(Edge::stored, faults, clock, ids),
                Map.of(),
                new Vendors(this::streets, new World(), authority, faults, clock, ids, later),
                new AwsFront(
                        ground.key(),
                        Map.of("run_debug_task", newSite::runDebugTask),
                        ground.lambdaLog(),
                        ground.group(),
                        faults,
                        clock,
                        ids));
    }

    private Streets streets() {
        return streets;
    }

    /** A client that knows the twin's authority and finds its addresses. */
    Client client() {
        return new Client(
                authority.pem(),
                Map.of(
                        "https://" + Hosts.NEW, streets.https(Side.NEW),
                        "http://" + Hosts.NEW, streets.http(Side.NEW),
                        "https://" + Hosts.OLD, streets.https(Side.OLD),
                        "http://" + Hosts.OLD, streets.http(Side.OLD),
                        "https://" + Hosts.GATEWAY, streets.gateway(),
                        "https://" + Hosts.ASSETS, streets.assets()));
    }

    @Override
    public void close() {
        streets.close();
        ground.close();
        later.close();
    }

    private static Optional<Bucket.Stored> stored(String key) {
        return switch (key) {
            case "a.css" -> Optional.of(new Bucket.Stored("p{}".getBytes(StandardCharsets.UTF_8), "text/css"));
            case "a.ttf" -> Optional.of(new Bucket.Stored(new byte[] {0, 1}, "font/ttf"));
            default -> Optional.empty();
        };
    }
}
