package audit;

import common.LogTrail;
import cutover.environment.Audit;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The past traffic of the site under test, as its log tells it, held against what is allowed and against the old host. */
final class AuditHour {

    private final Workbench bench;

    AuditHour(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        bench.environment().audit().ifPresentOrElse(this::judged, this::notKnown);
    }

    private void judged(Audit audit) {
        Instant now = bench.clock().instant();
        Instant from = now.minus(audit.window());
        bench.findings()
                .progress("reading " + Durations.told(audit.window()) + " of the log of "
                        + bench.site().host());
        LongLook look = new LongLook(bench.log(bench.site()));
        PastTraffic traffic = new PastTraffic(names());
        Optional<String> open = look.over(from, now, traffic::add);
        String place = new LogTrail(bench, bench.site(), from).place();
        open.ifPresent(why -> bench.findings().add(unread(audit, place, why)));
        if (open.isEmpty() || look.records() > 0) {
            bench.findings().progress(look.records() + " records, " + traffic.requests() + " requests of strangers");
            bench.wayBack(Written.at(bench.site().host(), traffic, audit.window(), place));
            OldHostSeen old = old(audit, now);
            new TrafficRules(bench, audit, place, old).judged(traffic, new Excuses(audit, old.errors()), now);
        }
    }

    private OldHostSeen old(Audit audit, Instant now) {
        return bench.environment()
                .siteLeft()
                .filter(site -> !site.equals(bench.site()))
                .map(site -> old(site, audit, now))
                .orElseGet(() -> OldHostSeen.nothing("the environment names no other site with a log"));
    }

    /** Its errors are no news; its traffic is what the new one is held against, if all of it could be read. */
    private OldHostSeen old(Site left, Audit audit, Instant now) {
        OldDays days = new OldDays(now, audit.window());
        PastTraffic traffic = new PastTraffic(List.of(), days::accessed);
        Instant from = now.minus(audit.oldWindow());
        Optional<String> open = new LongLook(bench.log(left)).over(from, now, record -> {
            days.read(record);
            return traffic.add(record);
        });
        return new OldHostSeen(
                traffic.errors().stream().map(ErrorSeen::signature).collect(Collectors.toSet()),
                open.isEmpty() ? days.days() : List.of(),
                new LogTrail(bench, left, from).place(),
                open.map(why -> "the log there could not be read as a whole: " + why)
                        .orElse(""));
    }

    private List<String> names() {
        return bench.environment().known().foreign().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Finding unread(Audit audit, String place, String why) {
        return Finding.unknown("the log of " + bench.site().host() + " could not be read as a whole")
                .expected("all records of the last " + Durations.told(audit.window()))
                .because(why)
                .lookAt(place)
                .lookAt("config/environments, sites, logs")
                .toDo("mend our access to the log, or shorten audit.window; until then nobody knows of new errors");
    }

    private void notKnown() {
        bench.findings()
                .add(Finding.unknown("what past traffic may look like is not known here")
                        .expected("shares of errors and times that are allowed")
                        .because("config/environments has no audit")
                        .toDo("add the key audit, its defaults do for a start; or search the log by hand"));
    }
}
