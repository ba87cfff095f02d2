package cutover.twin;

import cutover.twin.dns.DnsWorld;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.util.function.Consumer;

/** What the name system says at each moment of the launch, and with each fault. */
final class NameWorld {

    static final String OLD_ZONE = "codeforamerica.org";
    static final String NEW_ZONE = "clearmyrecord.org";
    static final String PLATFORMS = "example";

    private static final String OLD_NAME = "clearmyrecord";
    private static final long TTL = 60;

    private final DnsWorld world;
    private final Faults faults;
    private Moment moment = Moment.SWITCHED;
    private Consumer<DnsWorld> besides = untouched -> {};

    NameWorld(DnsWorld world, Faults faults) {
        this.world = world;
        this.faults = faults;
        faults.listen((side, fault, nowOn) -> at(moment));
        at(moment);
    }

    /** What is otherwise at each moment, after all else; replaces what was set before. */
    synchronized void besides(Consumer<DnsWorld> change) {
        besides = change;
        at(moment);
    }

    /** Lays the world out anew; caches are empty afterwards but for what a fault puts there. */
    synchronized void at(Moment now) {
        moment = now;
        world.heal();
        world.resolverThatLies().tellTheTruth();
        // the organisation signs its zone
        world.sign(OLD_ZONE);
        switch (now) {
            case BEFORE -> world.edit(NEW_ZONE, zone -> zone.without("www", "CNAME"));
            case NAMED -> {}
            case SWITCHED -> oldNameRedirects();
            case CLOSED -> {
                oldNameRedirects();
                databaseIsPrivate();
            }
            case BACK -> {
                newNamesRedirect();
                if (faults.on(Side.NEW, Fault.ROLLBACK_LOOP)) {
                    oldNameRedirects();
                }
            }
        }
        breakWhatIsBroken();
        besides.accept(world);
        world.flush();
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

    private void newNamesRedirect() {
        world.edit(
                NEW_ZONE,
                zone -> zone.without("www", "CNAME")
                        .set("www", "A", TTL, PublicAddress.BACK.v4())
                        .set("www", "AAAA", TTL, PublicAddress.BACK.v6())
                        .set("@", "A", TTL, PublicAddress.BACK.v4())
                        .set("@", "AAAA", TTL, PublicAddress.BACK.v6()));
    }

    private void databaseIsPrivate() {
        world.edit(
                PLATFORMS,
                zone -> zone.set("cmr-production.rds", "A", TTL, "10.0.3.7").without("cmr-production.rds", "AAAA"));
    }
}
