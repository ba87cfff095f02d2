package cutover.twin;

import cutover.twin.dns.DnsWorld;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.util.Map;
import java.util.function.Consumer;

/** What the name system says at each moment of the launch, and with each fault. */
final class NameWorld {

    static final String OLD_ZONE = "codeforamerica.org";
    static final String NEW_ZONE = "clearmyrecord.org";
    static final String PLATFORMS = "example";

    static final String OLD_NAME = "clearmyrecord";
    static final long TTL = 60;

    private final DnsWorld world;
    private final Faults faults;
    private final Spread spread;
    private final World now;
    private Consumer<DnsWorld> besides = untouched -> {};

    NameWorld(DnsWorld world, World now, Faults faults) {
        this.world = world;
        this.now = now;
        this.faults = faults;
        this.spread = new Spread(world, faults);
        faults.listen((side, fault, nowOn) -> lay());
        now.listen(this::lay);
        world.whenUpdated(this::lay);
        lay();
    }

    /** The address of the server at which a zone is changed. */
    String primary(String zone) {
        return world.servers(zone).get(0).address().getAddress().getHostAddress();
    }

    Map<String, String> values() {
        return Map.of(
                "twin.dns.port", Integer.toString(world.port()),
                "twin.dns.update.key", world.updateKey().name(),
                "twin.dns.update.algorithm", world.updateKey().algorithm(),
                "twin.dns.update.new.host", primary(NEW_ZONE),
                "twin.dns.update.new.zone", NEW_ZONE,
                "twin.dns.update.old.host", primary(OLD_ZONE),
                "twin.dns.update.old.zone", OLD_ZONE);
    }

    Map<String, String> secrets() {
        return Map.of("TWIN_DNS_UPDATE_KEY", world.updateKey().secret());
    }

    /** What came by dynamic update is gone when the world is laid out next. */
    void forgetUpdates() {
        world.forgetUpdates();
    }

    /** What is otherwise at each moment, after all else; replaces what was set before. */
    synchronized void besides(Consumer<DnsWorld> change) {
        besides = change;
        lay();
    }

    /**
     * Lays the world out anew: as it was before, where faults let resolvers learn what they will remember; then as it is
     * now, which resolvers learn when they are asked.
     */
    private synchronized void lay() {
        world.heal();
        world.resolverThatLies().tellTheTruth();
        // the organisation signs its zone
        world.sign(OLD_ZONE);
        world.flush();
        if (now.is(Deed.NEW_NAMES_SENT_BACK)) {
            oldNameRedirects();
        }
        spread.before();
        change();
        breakWhatIsBroken();
        breakTheWayToWhatWasLeft();
        world.repeatUpdates();
        spread.after();
        besides.accept(world);
    }

    private void change() {
        if (!now.is(Deed.NEW_NAME_GIVEN)) {
            world.edit(NEW_ZONE, zone -> zone.without("www", "CNAME"));
        }
        if (now.is(Deed.OLD_NAME_FORWARDS)) {
            oldNameRedirects();
        }
        if (now.is(Deed.DATABASE_PRIVATE)) {
            databaseIsPrivate();
        }
        if (now.is(Deed.NEW_NAMES_SENT_BACK)) {
            newNamesRedirect();
            if (!now.is(Deed.OLD_NAME_FORWARDS) && !faults.on(Side.NEW, Fault.ROLLBACK_LOOP)) {
                oldNameIsBack();
            }
        }
    }

    private void breakTheWayToWhatWasLeft() {
        if (faults.on(Side.NEW, Fault.ALIAS_TO_OLD_PLATFORM)) {
            world.edit(OLD_ZONE, zone -> zone.set("www." + OLD_NAME, "CNAME", TTL, Hosts.PLATFORM + "."));
        }
        if (faults.on(Side.NEW, Fault.DATABASE_NAME_PUBLIC)) {
            databaseIsPublic();
        }
        if (faults.on(Side.NEW, Fault.DATABASE_NAME_PRIVATE)) {
            databaseIsPrivate();
        }
    }

    private void breakWhatIsBroken() {
        for (Side side : Side.values()) {
            ZoneFaults broken = new ZoneFaults(world, side);
            for (Fault fault : ZoneFaults.ALL) {
                if (faults.on(side, fault)) {
                    broken.apply(fault);
                }
            }
        }
    }

    private void oldNameRedirects() {
        world.edit(
                OLD_ZONE,
                zone -> zone.set(OLD_NAME, "A", TTL, PublicAddress.FORWARD.v4())
                        .set(OLD_NAME, "AAAA", TTL, PublicAddress.FORWARD.v6()));
    }

    private void oldNameIsBack() {
        world.edit(
                OLD_ZONE,
                zone -> zone.set(OLD_NAME, "A", TTL, PublicAddress.OLD.v4())
                        .set(OLD_NAME, "AAAA", TTL, PublicAddress.OLD.v6()));
    }

    private void newNamesRedirect() {
        world.edit(
                NEW_ZONE,
                zone -> zone.without("www", "CNAME")
                        .set("www", "A", TTL, PublicAddress.BACK.v4())
                        .set("www", "AAAA", TTL, PublicAddress.BACK.v6())
                        .set("@", "A", TTL, PublicAddress.BACK.v4())
                        .set("@", "AAAA", TTL, PublicAddress.BACK.v6()));
    }

    private void databaseIsPublic() {
        world.edit(
                PLATFORMS,
                zone -> zone.set("cmr-production.rds", "A", TTL, PublicAddress.DATABASE.v4())
                        .set("cmr-production.rds", "AAAA", TTL, PublicAddress.DATABASE.v6()));
    }

    private void databaseIsPrivate() {
        world.edit(
                PLATFORMS,
                zone -> zone.set("cmr-production.rds", "A", TTL, "10.0.3.7").without("cmr-production.rds", "AAAA"));
    }
}
