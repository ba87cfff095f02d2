package frontdoor;

import cutover.environment.front.Dns;
import cutover.environment.front.RecordSet;
import cutover.environment.front.Zone;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the pieces that judge one zone work with. */
record ZoneDesk(Workbench bench, Zone zone) {

    /** Where the zone's expectations stand. */
    static final String CONFIG = "config/dns, zones, ";

    Findings findings() {
        return bench.findings();
    }

    Dns dns() {
        return bench.outside().dns().orElseThrow();
    }

    String name() {
        return zone.name();
    }

    /** What must stand in it in this phase. */
    List<RecordSet> expected() {
        return zone.in(bench.phase());
    }

    /** Whether the parent still points elsewhere. */
    boolean undelegated() {
        return zone.undelegated().contains(bench.phase());
    }

    /** Each question of each server, over UDP and without recursion; all at once. */
    List<DnsObservation> ask(Collection<NameServer> servers, List<Question> questions) {
        return bench.outside()
                .names()
                .askAll(servers.stream()
                        .flatMap(server -> questions.stream().map(question -> Query.authoritative(server, question)))
                        .toList());
    }

    /** Where the expectations of a name and a type stand. */
    String recordsKey(Question question) {
        return CONFIG + name() + ", records, " + question.told();
    }

    /** Keeps what was seen. @return the path of the file */
    String kept(String title, Collection<String> lines) {
        return findings()
                .evidence()
                .text(title + " of " + name(), String.join("\n", lines) + "\n")
                .path();
    }

    /** "ns1.example.org (192.0.2.1)". */
    static String told(NameServer server) {
        return Who.told(server);
    }

    static String told(Collection<NameServer> servers) {
        return servers.stream().map(ZoneDesk::told).collect(Collectors.joining(", "));
    }

    /** "ns1.example.org, ns2.example.org", "none". */
    static String listed(Collection<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }
}
