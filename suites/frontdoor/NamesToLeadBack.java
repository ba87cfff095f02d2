package frontdoor;

import common.Lasting;
import cutover.environment.front.Dns;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.dns.Resource;
import cutover.runbook.Phase;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the change of names that a rollback needs is written down, and fits what is there: each name that moves has its
 * records for that phase, and servers that would tell them. Whether the records of today are right is N5's to judge.
 */
final class NamesToLeadBack {

    private final Workbench bench;

    NamesToLeadBack(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        bench.outside().dns().ifPresentOrElse(this::judged, () -> {
            bench.wayBack(
                    WayBack.notKnown(Subject.NAMES, "nobody has written down what to change", "config/environments"));
            bench.findings().add(unknown("the names", "config/environments names no dns"));
        });
    }

    private void judged(Dns dns) {
        List<Moving> names = Moving.in(dns, Phase.ROLLEDBACK);
        if (names.isEmpty()) {
            bench.findings().add(unknown("the names", "config/dns has no records with moves: true"));
        }
        bench.findings()
                .progress("asking the servers of " + dns.zones().size() + " zones for what would be changed back");
        List<ZoneTold> told = new OwnServers(bench).told();
        names.forEach(moving ->
                told.stream().filter(zone -> zone.zone().equals(moving.zone())).forEach(zone -> judged(moving, zone)));
    }

    private void judged(Moving moving, ZoneTold zone) {
        String after = moving.expected(Phase.ROLLEDBACK);
        boolean answered = moving.types().stream()
                .anyMatch(type -> !zone.about(moving.name(), type).isEmpty());
        if (!moving.in(Phase.ROLLEDBACK)) {
            bench.wayBack(WayBack.notKnown(
                    Subject.NAMES, "nobody has written down where " + moving.name() + " leads then", "config/dns"));
            bench.findings().add(unknown(moving.name(), "config/dns has no records of it for the phase rolledback"));
        } else if (!answered) {
            bench.wayBack(WayBack.noLonger(
                    Subject.NAMES,
                    "no server answers for " + moving.zone().name(),
                    moving.zone().name()));
            bench.findings().add(nobody(moving, after));
        } else {
            possible(moving, zone, after);
        }
    }

    private void possible(Moving moving, ZoneTold zone, String after) {
        Optional<Duration> longest = moving.types().stream()
                .flatMap(type -> zone.ttls(moving.name(), type).stream())
                .max(Comparator.naturalOrder());
        longest.filter(time -> !time.isZero())
                .ifPresent(time -> bench.wayBack(WayBack.atACost(
                        Subject.NAMES,
                        Lasting.told(time) + ": for so long people are led where they were before",
                        moving.name() + " at " + servers(zone))));
        bench.findings()
                .add(Finding.met(moving.name() + " can be led back: now " + now(moving, zone) + ", then " + after));
    }

    private static String now(Moving moving, ZoneTold zone) {
        List<String> records = moving.types().stream()
                .flatMap(type -> zone.about(moving.name(), type).stream()
                        .flatMap(answer -> answer.rrset(moving.name(), type).stream()))
                .map(Resource::fact)
                .distinct()
                .sorted()
                .toList();
        return records.isEmpty() ? "no records" : String.join("; ", records);
    }

    private static String servers(ZoneTold zone) {
        return String.join(
                ", ", zone.servers().stream().map(server -> server.name()).toList());
    }

    private Finding unknown(String what, String why) {
        return Finding.unknown("where " + what + " must lead after a rollback is not known here")
                .expected("its records for the phase rolledback, written down before they are needed")
                .because(why)
                .lookAt("config/dns, zones, records")
                .toDo("write down the records from before the launch, with moves: true and phases: [rolledback]");
    }

    private static Finding nobody(Moving moving, String after) {
        return Finding.unmet(moving.name() + " could not be led back: no server answers for "
                        + moving.zone().name())
                .expected("servers that would tell " + after)
                .butWas("no answer with authority")
                .lookAt("config/dns, zones, " + moving.zone().name())
                .toDo("see step N5: whoever the zone belongs to now, or whatever ails its servers, comes first");
    }
}
