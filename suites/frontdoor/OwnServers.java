package frontdoor;

import cutover.environment.front.Dns;
import cutover.environment.front.NameFacts;
import cutover.environment.front.Zone;
import cutover.junit.Workbench;
import cutover.probe.dns.Cut;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Served;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The servers that have the zones: walked to once, asked as often as one likes, past all caches. */
final class OwnServers {

    private final Workbench bench;
    private final Dns dns;
    private final Map<Zone, Optional<Cut>> cuts = new LinkedHashMap<>();

    OwnServers(Workbench bench) {
        this.bench = bench;
        this.dns = bench.outside().dns().orElseThrow();
    }

    /** What they tell now of all records that the configuration lists, by zone. */
    List<ZoneTold> told() {
        return dns.zones().stream().map(this::told).toList();
    }

    /** Keeps records, times and delegations for later runs, which need them to know when something changed. */
    void remember(List<ZoneTold> zones) {
        zones.forEach(this::remember);
    }

    /** Asks, and keeps what they tell. */
    void remembered() {
        remember(told());
    }

    private void remember(ZoneTold told) {
        for (Question question : questions(told.zone())) {
            String name = question.name();
            String type = question.type();
            if (!told.about(name, type).isEmpty()) {
                bench.remember(NameFacts.records(name, type), NameFacts.told(told.values(name, type)));
            }
            if (!told.ttls(name, type).isEmpty()) {
                bench.remember(NameFacts.ttl(name, type), NameFacts.seconds(told.ttls(name, type)));
            }
        }
        told.cut()
                .ifPresent(cut ->
                        bench.remember(NameFacts.delegation(told.zone().name()), NameFacts.told(cut.delegated())));
    }

    private ZoneTold told(Zone zone) {
        Optional<Cut> cut = cuts.computeIfAbsent(zone, this::walked);
        List<NameServer> servers = servers(zone, cut);
        List<Question> questions = questions(zone);
        return new ZoneTold(
                zone,
                cut,
                servers,
                bench.outside()
                        .names()
                        .askAll(servers.stream()
                                .flatMap(server -> questions.stream().map(one -> Query.authoritative(server, one)))
                                .toList()));
    }

    private Optional<Cut> walked(Zone zone) {
        return bench.outside()
                .delegation()
                .walk(zone.name())
                .last()
                .filter(cut -> cut.zone().equals(zone.name()));
    }

    /** While the parent points elsewhere only the configuration knows them. */
    private List<NameServer> servers(Zone zone, Optional<Cut> cut) {
        boolean elsewhere = zone.undelegated().contains(bench.phase());
        return cut.filter(one -> !elsewhere)
                .map(one -> one.servers().stream()
                        .filter(Served::authoritative)
                        .map(Served::server)
                        .toList())
                .orElseGet(() ->
                        zone.servers().stream().map(bench.outside()::server).toList());
    }

    private static List<Question> questions(Zone zone) {
        return List.copyOf(zone.records().stream()
                .map(set -> new Question(set.fullName(zone.name()), set.type()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
