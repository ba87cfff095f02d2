package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One zone: who serves it, and each record that must stand at the names that matter. */
public record Zone(
        @Doc("its name, without the last dot") String name,

        @Doc(
                "names of all its servers, at the parent and in the zone alike; leave it out to demand only that both say the"
                        + " same")
        @Default("[]")
        List<String> nameServers,

        @Doc("the absence of a name may be remembered at most so long") @Default("15m")
        Duration negativeTtl,

        @Doc("true when it is signed (DNSSEC); otherwise the parent must not say that it is") @Default("false")
        boolean signed,

        @Doc("addresses of its new servers, asked although the parent does not point there yet") @Default("[]")
        List<ServerPlace> servers,

        @Doc("phases in which the parent still points elsewhere and only `servers` are asked") @Default("[]")
        List<Phase> undelegated,

        @Doc("the same zone at the servers that it came from, compared in the phases before, uat and live; leave it out"
                + " when it did not move")
        Optional<Copy> copiedFrom,

        @Doc(
                "all records of each name that is listed, of the types that are looked at: A, AAAA, CNAME, MX, TXT, CAA, and"
                        + " DS and NS of the zone's own name. A type that is not listed for a name must not be there")
        List<RecordSet> records) {

    public Zone {
        if (undelegated.size() > 0 && servers.isEmpty()) {
            throw new IllegalArgumentException("undelegated needs servers, who else should be asked");
        }
    }

    /** The records that are expected in a phase. */
    public List<RecordSet> in(Phase phase) {
        return records.stream().filter(set -> set.in(phase)).toList();
    }

    /** The zone as it was before it moved. */
    public record Copy(
            @Doc("servers that still have it") List<ServerPlace> servers,

            @Doc("`name type` of what may differ, for instance `www CNAME`; all other records must be the same")
            @Default("[]")
            List<String> mayDiffer) {}
}
