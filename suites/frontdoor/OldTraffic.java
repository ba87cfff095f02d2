package frontdoor;

import common.LogTrail;
import common.Many;
import common.OwnTraffic;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether strangers still call the old application, according to the last hour of its log. */
final class OldTraffic {

    private static final Duration LOOKED_AT = Duration.ofHours(1);

    private final Workbench bench;

    OldTraffic(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        Optional<Site> old = bench.environment().siteLeft();
        if (old.isEmpty()) {
            bench.findings()
                    .add(Finding.met("nothing was looked at but names: the environment names no old site with a log"));
            return;
        }
        Instant since = bench.clock().instant().minus(LOOKED_AT);
        LogTrail trail = new LogTrail(bench, old.get(), since);
        trail.now("")
                .ifPresent(records -> judged(
                        old.get(),
                        trail.place(),
                        records.stream()
                                .flatMap(record -> AccessLine.in(record).stream())
                                .toList()));
    }

    private void judged(Site old, String place, List<AccessLine> lines) {
        List<AccessLine> strangers =
                lines.stream().filter(line -> !OwnTraffic.is(line.userAgent())).toList();
        bench.findings()
                .expect(
                        strangers.isEmpty(),
                        "no access line of a stranger in the last hour of the old application's log (" + place + "; "
                                + lines.size() + " of this suite's own); vendors' webhooks and monitors were not asked"
                                + " whom they call",
                        Finding.unmet("the old host was called " + strangers.size() + " times in the last hour")
                                .expected("no access line of anybody but this suite")
                                .butWas(Many.told(
                                        strangers.stream().map(OldTraffic::line).toList(), "\n"))
                                .lookAt(place)
                                .lookAt(old.origin().toString()));
    }

    private static String line(AccessLine line) {
        return List.of(
                        line.at().toString(),
                        line.clientIp(),
                        line.method() + " " + line.path(),
                        Integer.toString(line.state()),
                        line.userAgent())
                .stream()
                .collect(Collectors.joining("  "));
    }
}
