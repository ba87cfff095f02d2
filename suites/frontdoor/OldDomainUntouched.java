package frontdoor;

import cutover.environment.Site;
import cutover.environment.front.Dns;
import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.dns.Answered;
import cutover.probe.dns.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the old domain is as if nothing had been launched: its zone's own servers tell the records from before, and at
 * each of these addresses the old site serves by itself. What resolvers still remember is R1's to tell.
 */
final class OldDomainUntouched {

    private static final Set<String> ADDRESSES = Set.of("A", "AAAA");

    private final Workbench bench;
    private final Site old;

    /** @param bench before the old site */
    OldDomainUntouched(Workbench bench) {
        this.bench = bench;
        this.old = bench.site();
    }

    void judged() {
        bench.outside()
                .dns()
                .ifPresentOrElse(this::judged, () -> bench.findings().add(unknown("config/environments names no dns")));
    }

    private void judged(Dns dns) {
        List<Moving> names = Moving.in(dns, bench.phase()).stream()
                .filter(moving -> moving.name().equals(old.host()))
                .toList();
        if (names.isEmpty()) {
            bench.findings().add(unknown("config/dns has no records with moves: true for " + old.host()));
            return;
        }
        names.forEach(this::records);
        addresses(names).forEach(address -> new ServedByItself(bench, address).judged());
    }

    private void records(Moving moving) {
        bench.findings().progress("asking the servers of " + moving.zone().name() + " for " + moving.name());
        List<String> lines = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        new OwnServers(bench)
                .told().stream()
                        .filter(told -> told.zone().equals(moving.zone()))
                        .forEach(told -> moving.types()
                                .forEach(type -> told.about(moving.name(), type)
                                        .forEach(answer -> line(moving, type, answer, lines, wrong))));
        if (lines.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown(
                                    "no server of " + moving.zone().name() + " tells where " + moving.name() + " leads")
                            .expected(moving.expected(bench.phase()))
                            .because("none of them answers with authority")
                            .lookAt("config/dns, zones")
                            .toDo("see step R1, and whether this machine may ask servers outside at port 53"));
            return;
        }
        bench.findings()
                .expect(
                        wrong.isEmpty(),
                        "each server of " + moving.zone().name() + " tells the records of " + moving.name()
                                + " from before the launch",
                        Finding.unmet(moving.name() + " does not lead to the old host alone, according to "
                                        + String.join(" and ", wrong))
                                .expected(moving.expected(bench.phase()))
                                .butWas(String.join("\n", lines))
                                .lookAt("config/dns, zones, " + moving.zone().name()));
    }

    private void line(Moving moving, String type, Answered answer, List<String> lines, List<String> wrong) {
        Set<String> values = answer.rrset(moving.name(), type).stream()
                .map(Resource::data)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        boolean right = moving.fits(bench.phase(), type, values);
        String server = answer.server().name();
        lines.add(server + ": " + type + " " + (values.isEmpty() ? "no record" : String.join(", ", values))
                + (right ? "" : "  <<<<<"));
        if (!right && !wrong.contains(server)) {
            wrong.add(server);
        }
    }

    private List<String> addresses(List<Moving> names) {
        return names.stream()
                .flatMap(moving -> moving.sets().stream())
                .filter(set -> set.in(bench.phase()) && ADDRESSES.contains(set.type()))
                .map(RecordSet::values)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Finding unknown(String why) {
        return Finding.unknown("where the old domain led before the launch is not known here")
                .expected("the old name's addresses for the phase "
                        + bench.phase().key() + ", in config/dns")
                .because(why)
                .toDo("write them down, with moves: true, or compare the records by hand");
    }
}
