package frontdoor;

import common.Many;
import cutover.environment.Site;
import cutover.environment.front.Dns;
import cutover.environment.front.RecordSet;
import cutover.environment.front.Zone;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether anything still leads to the old host: no server of a zone and no resolver may tell its addresses for any name
 * that the configuration lists. Its addresses are those that its own name has in other phases and not in this one.
 */
final class OldAddresses {

    private static final List<String> ADDRESSES = List.of("A", "AAAA");

    private final Workbench bench;
    private final Dns dns;
    private final Map<String, String> old = new TreeMap<>();
    private final List<Question> questions;

    OldAddresses(Workbench bench, Dns dns) {
        this.bench = bench;
        this.dns = dns;
        sets(false).forEach(set -> set.values().forEach(value -> old.put(plain(set.type(), value), value)));
        sets(true).forEach(set -> set.values().forEach(value -> old.remove(plain(set.type(), value))));
        this.questions = names().stream()
                .flatMap(name -> ADDRESSES.stream().map(type -> new Question(name, type)))
                .toList();
    }

    /** Judges them, or says that no names are known. */
    static void judgedFor(Workbench bench) {
        bench.outside()
                .dns()
                .ifPresentOrElse(
                        dns -> new OldAddresses(bench, dns).judged(),
                        () -> bench.findings()
                                .add(
                                        Finding.unknown("whether names still lead to the old host is not known here")
                                                .expected("a file in config/dns that lists zones and resolvers")
                                                .because("config/environments names no dns")
                                                .toDo(
                                                        "write the file and name it in the environment, or ask resolvers by hand")));
    }

    private void judged() {
        if (old.isEmpty()) {
            bench.findings().add(unknown());
            return;
        }
        Map<Zone, List<Answered>> atHomes = new LinkedHashMap<>();
        new OwnServers(bench)
                .told().stream()
                        .filter(told -> questions.stream().anyMatch(one -> within(one, told.zone())))
                        .forEach(told -> atHomes.put(told.zone(), heard(ask(told))));
        List<Answered> own = atHomes.values().stream().flatMap(List::stream).toList();
        List<Answered> resolvers = heard(new Resolvers(bench).ask(questions));
        // resolvers only repeat what the zone's own servers tell
        List<String> atHome = lines(own);
        List<String> lines = atHome.isEmpty() ? lines(resolvers) : atHome;
        bench.findings()
                .expect(
                        lines.isEmpty(),
                        "none of " + servers(own) + " name servers and none of " + servers(resolvers)
                                + " resolvers leads anybody to " + String.join(", ", old.values()),
                        Finding.unmet("names still lead to the old host")
                                .expected("no name server and no resolver tells " + String.join(" or ", old.values()))
                                .butWas(Many.told(lines, "\n"))
                                .lookAt("config/dns, zones, records with moves")
                                .toDo((atHome.isEmpty()
                                                ? "wait until these resolvers have forgotten the records"
                                                : "correct the records at these servers")
                                        + "; the old host stays on until then"));
        atHomes.forEach((zone, answers) -> {
            if (answers.isEmpty()) {
                bench.findings().add(noneAtHome(zone));
            }
        });
        if (resolvers.isEmpty()) {
            bench.findings().add(nobody());
        }
    }

    private Stream<RecordSet> sets(boolean now) {
        Optional<String> host = bench.environment().siteLeft().map(Site::host);
        return dns.zones().stream()
                .flatMap(zone -> zone.records().stream()
                        .filter(set ->
                                host.filter(set.fullName(zone.name())::equals).isPresent()))
                .filter(set -> set.moves() && ADDRESSES.contains(set.type()))
                .filter(set -> set.in(bench.phase()) == now);
    }

    private Set<String> names() {
        return dns.zones().stream()
                .flatMap(zone -> zone.records().stream()
                        .filter(set -> List.of("A", "AAAA", "CNAME").contains(set.type()))
                        .map(set -> set.fullName(zone.name())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<DnsObservation> ask(ZoneTold zone) {
        List<Query> queries = new ArrayList<>();
        zone.servers()
                .forEach(server -> questions.stream()
                        .filter(one -> within(one, zone.zone()))
                        .forEach(one -> queries.add(Query.authoritative(server, one))));
        return bench.outside().names().askAll(queries);
    }

    private boolean within(Question question, Zone zone) {
        return dns.zoneOf(question.name()).filter(zone::equals).isPresent();
    }

    private static List<Answered> heard(Collection<DnsObservation> seen) {
        return seen.stream()
                .flatMap(each -> each.fold(Stream::of, silent -> Stream.<Answered>of()))
                .filter(each -> each.noerror() || each.nxdomain())
                .toList();
    }

    private static long servers(List<Answered> answers) {
        return answers.stream().map(Answered::server).distinct().count();
    }

    /** Each server with each record once, however many names lead to it. */
    private List<String> lines(List<Answered> answers) {
        Map<String, Duration> times = new TreeMap<>();
        for (Answered answer : answers) {
            answer.answer().stream()
                    .filter(record -> ADDRESSES.contains(record.type()))
                    .filter(record -> old.containsKey(plain(record.type(), record.data())))
                    .forEach(record -> times.merge(
                            Who.told(answer.server()) + ": " + record.fact(),
                            Duration.ofSeconds(record.ttl()),
                            (one, other) -> one.compareTo(other) > 0 ? one : other));
        }
        return times.entrySet().stream()
                .map(each -> each.getKey() + ", to be remembered for " + Durations.told(each.getValue()))
                .toList();
    }

    private static String plain(String type, String address) {
        return Moving.plain(type, List.of(address)).iterator().next();
    }

    private static Finding unknown() {
        return Finding.unknown("the old host's addresses are not known here")
                .expected("addresses of the old name for the phases before the launch, in config/dns")
                .because("the environment has no old site, or its name has the same addresses in every phase")
                .toDo("list the addresses of the old name for the phases before and rolledback, with moves: true");
    }

    /** What resolvers remember proves nothing about what they will be told next. */
    private static Finding noneAtHome(Zone zone) {
        return Finding.unknown("no server of " + zone.name() + " told whether it still leads to the old host")
                .expected("answers of the zone's own servers")
                .because("none of them answers this machine")
                .lookAt("config/dns, zones, " + zone.name())
                .toDo("see step D1 first, and whether this machine may ask servers outside at port 53 over UDP");
    }

    private static Finding nobody() {
        return Finding.unknown("no resolver told whether it still leads to the old host")
                .expected("answers of the resolvers")
                .because("none of them answers this machine")
                .lookAt("config/dns, resolvers and resolver-lists")
                .toDo("see whether this machine may ask servers outside at port 53 over UDP");
    }
}
