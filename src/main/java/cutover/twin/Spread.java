package cutover.twin;

import cutover.twin.dns.CachingResolver;
import cutover.twin.dns.DnsWorld;
import cutover.twin.dns.Manner;
import cutover.twin.dns.Zone;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What resolvers remember from before a change, how they behave, and for how long records may be remembered. */
final class Spread {

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final String OLD = NameWorld.OLD_NAME + "." + NameWorld.OLD_ZONE;
    private static final String NEW = "www." + NameWorld.NEW_ZONE;
    private static final String NOBODYS = "203.0.113.99";

    private static final Map<Fault, Manner> MANNERS = Map.of(
            Fault.RESOLVER_FAILS, Manner.FAILING,
            Fault.RESOLVER_SILENT, Manner.SILENT,
            Fault.RESOLVER_REFUSES, Manner.REFUSING);

    private final DnsWorld world;
    private final Faults faults;

    Spread(DnsWorld world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /** The world is as it was before the change of the moment; all caches are empty. */
    void before() {
        CachingResolver resolver = world.lastResolver();
        if (on(Fault.RESOLVER_STILL_OLD)) {
            learnWhile(zone -> longLived(zone, "A", "AAAA"), () -> resolver.remember(OLD, "A", "AAAA"));
        }
        if (on(Fault.RESOLVER_MIXED)) {
            learnWhile(zone -> longLived(zone, "AAAA"), () -> resolver.remember(OLD, "AAAA"));
        }
        if (on(Fault.TTL_STILL_REMEMBERED)) {
            learnWhile(zone -> longLived(zone, "A"), () -> resolver.remember(OLD, "A"));
        }
        if (on(Fault.RESOLVER_INVENTS)) {
            learnWhile(zone -> zone.set(NameWorld.OLD_NAME, "A", DAY, NOBODYS), () -> resolver.remember(OLD, "A"));
        }
        if (on(Fault.RESOLVER_NEGATIVE)) {
            Zone there = world.zone(NameWorld.NEW_ZONE);
            world.edit(NameWorld.NEW_ZONE, zone -> zone.without("www", "CNAME").withNegativeTtl(DAY));
            resolver.remember(NEW, "CNAME", "A", "AAAA");
            world.edit(NameWorld.NEW_ZONE, zone -> there);
        }
    }

    /** The world is as the moment wants it. */
    void after() {
        MANNERS.forEach((fault, manner) -> {
            if (on(fault)) {
                world.lastResolver().behave(manner);
            }
        });
        if (on(Fault.RESOLVER_LIES)) {
            world.resolverThatLies().lie(NOBODYS);
        }
        if (on(Fault.RESOLVER_NOT_VERIFYING)) {
            world.resolverThatValidates().validate(false);
        }
        if (on(Fault.RESOLVERS_ALL_SILENT)) {
            world.resolvers().forEach(resolver -> resolver.behave(Manner.SILENT));
        }
        times();
        if (on(Fault.OLD_ADDRESS_STILL_NAMED)) {
            world.servers(NameWorld.OLD_ZONE).get(1).edit(NameWorld.OLD_ZONE, Spread::leadingToTheOldHost);
        }
    }

    private void times() {
        if (on(Fault.TTL_NEVER_LOWERED)) {
            world.edit(NameWorld.OLD_ZONE, zone -> longLived(zone, "A", "AAAA"));
        }
        if (on(Fault.TTL_DIFFERS)) {
            world.servers(NameWorld.OLD_ZONE).get(1).edit(NameWorld.OLD_ZONE, zone -> longLived(zone, "A"));
        }
    }

    /** Lets a resolver learn what the old name's zone never says for long. */
    private void learnWhile(UnaryOperator<Zone> change, Runnable learn) {
        Zone there = world.zone(NameWorld.OLD_ZONE);
        world.edit(NameWorld.OLD_ZONE, change);
        learn.run();
        world.edit(NameWorld.OLD_ZONE, zone -> there);
    }

    /** With a time to live of a day for the old name. */
    private static Zone longLived(Zone zone, String... types) {
        Zone changed = zone;
        for (String type : types) {
            changed = changed.set(NameWorld.OLD_NAME, type, DAY, values(zone, type));
        }
        return changed;
    }

    private static String[] values(Zone zone, String type) {
        List<String> fields = zone.lines().stream()
                .filter(line -> line.startsWith(OLD + ". "))
                .map(line -> line.split(" ", 4))
                .filter(line -> line[2].equals(type))
                .map(line -> line[3])
                .toList();
        return fields.toArray(String[]::new);
    }

    private static Zone leadingToTheOldHost(Zone zone) {
        return zone.set(NameWorld.OLD_NAME, "A", NameWorld.TTL, PublicAddress.OLD.v4())
                .set(NameWorld.OLD_NAME, "AAAA", NameWorld.TTL, PublicAddress.OLD.v6());
    }

    private boolean on(Fault fault) {
        return Arrays.stream(Side.values()).anyMatch(side -> faults.on(side, fault));
    }
}
