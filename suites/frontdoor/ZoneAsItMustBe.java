package frontdoor;

import cutover.environment.front.Zone;
import cutover.junit.Workbench;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Served;
import java.util.List;

/** One zone, asked of every server that has to do with it, past all caches: who serves it, and what stands in it. */
final class ZoneAsItMustBe {

    private final ZoneDesk desk;

    ZoneAsItMustBe(Workbench bench, Zone zone) {
        this.desk = new ZoneDesk(bench, zone);
    }

    /** Adds a finding for all that is looked at. */
    void judged() {
        desk.findings().progress("asking the servers of " + desk.name());
        Handover handover = new Handover(desk);
        List<Served> named = handover.judged();
        List<NameServer> servers = new ZoneServers(desk).judged(named);
        if (!servers.isEmpty()) {
            new NoWildcard(desk, servers).judged();
            ListedRecords records = new ListedRecords(desk, servers);
            records.judged();
            new ZoneVersions(desk, servers).judged();
            new AliasTargets(desk).judged(records.aliases());
            new CopiedZone(desk, servers).judged();
        }
        new Signatures(desk).judged(handover.parents(), servers);
    }
}
