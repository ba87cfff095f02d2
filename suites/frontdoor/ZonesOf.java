package frontdoor;

import cutover.environment.Site;
import cutover.environment.front.Dns;
import cutover.environment.front.Zone;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import java.util.List;
import java.util.Optional;

/** Which zones a step looks at. */
final class ZonesOf {

    private final Workbench bench;

    ZonesOf(Workbench bench) {
        this.bench = bench;
    }

    /** Each zone that is configured. */
    void all() {
        bench.outside().dns().ifPresentOrElse(dns -> judged(dns.zones()), this::notKnown);
    }

    /** Those in which the sites have their names. */
    void ofTheSites() {
        bench.outside()
                .dns()
                .ifPresentOrElse(
                        dns -> judged(bench.environment().sites().values().stream()
                                .flatMap(site -> of(dns, site).stream())
                                .distinct()
                                .toList()),
                        this::notKnown);
    }

    /** That of one site's name. */
    void of(Site site) {
        bench.outside()
                .dns()
                .ifPresentOrElse(dns -> judged(of(dns, site).stream().toList()), this::notKnown);
    }

    private void judged(List<Zone> zones) {
        zones.forEach(zone -> new ZoneAsItMustBe(bench, zone).judged());
    }

    private Optional<Zone> of(Dns dns, Site site) {
        Optional<Zone> zone = dns.zoneOf(site.host());
        if (zone.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("the zone of " + site.host() + " is not known here")
                            .expected("the zone in config/dns in which the name stands")
                            .because("no zone there is " + site.host() + " or above it")
                            .toDo("name the zone and its records"));
        }
        return zone;
    }

    private void notKnown() {
        bench.findings()
                .add(Finding.unknown("which records the names must have is not known here")
                        .expected("a file in config/dns")
                        .because("config/environments has no dns")
                        .toDo("write the file and name it, or look at the records by hand"));
    }
}
