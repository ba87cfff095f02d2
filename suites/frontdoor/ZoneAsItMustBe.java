package frontdoor;

import cutover.environment.front.Zone;
import cutover.junit.Workbench;

/** One zone, asked of every server that has to do with it, past all caches: who serves it, and what stands in it. */
final class ZoneAsItMustBe {

    private final Workbench bench;
    private final Zone zone;

    ZoneAsItMustBe(Workbench bench, Zone zone) {
        this.bench = bench;
        this.zone = zone;
    }

    /** Adds a finding for all that is looked at. */
    void judged() {
        bench.findings().progress("asking the servers of " + zone.name());
    }
}
