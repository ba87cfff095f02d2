package frontdoor;

import common.Many;
import cutover.environment.front.Dns;
import cutover.environment.front.NameFacts;
import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.dns.Answered;
import cutover.probe.dns.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the records that will change are remembered for a short time only, and were so early enough that no resolver
 * has them from before. For the second, what earlier runs saw is the witness.
 */
final class TtlGate {

    private static final String HISTORY =
            "the history of earlier runs: .cutover/history, or the folder in -Dcutover.history";
    private static final String CONFIG = "config/dns, zones, records, ttl-at-most";

    private final Workbench bench;
    private final Instant now;

    TtlGate(Workbench bench) {
        this.bench = bench;
        this.now = bench.clock().instant();
    }

    void judged() {
        bench.outside()
                .dns()
                .ifPresentOrElse(
                        this::judged,
                        () -> bench.findings()
                                .add(Finding.unknown("which records will change is not known here")
                                        .expected("a file in config/dns that lists zones and records")
                                        .because("config/environments names no dns")
                                        .toDo("write the file and name it in the environment")));
    }

    private void judged(Dns dns) {
        OwnServers own = new OwnServers(bench);
        List<ZoneTold> zones = own.told();
        own.remember(zones);
        for (ZoneTold zone : zones) {
            zone.zone().in(bench.phase()).stream()
                    .filter(RecordSet::moves)
                    .forEach(set -> judged(zone, set, set.fullName(zone.zone().name())));
        }
        new RememberedTooLong(bench, dns).judged();
    }

    private void judged(ZoneTold zone, RecordSet set, String name) {
        List<Duration> ttls = zone.ttls(name, set.type());
        String what = name + " " + set.type();
        if (ttls.isEmpty()) {
            bench.findings().add(untold(zone, what));
        } else if (set.ttlAtMost().isEmpty()) {
            bench.findings().add(unbounded(what, ttls));
        } else if (ttls.get(ttls.size() - 1).compareTo(set.ttlAtMost().get()) > 0) {
            bench.findings().add(tooLong(zone, set, name, ttls));
        } else {
            bench.findings()
                    .add(lowered(
                            what,
                            NameFacts.ttl(name, set.type()),
                            set.ttlAtMost().get()));
        }
    }

    private Finding tooLong(ZoneTold zone, RecordSet set, String name, List<Duration> ttls) {
        Duration most = set.ttlAtMost().orElseThrow();
        Duration longest = ttls.get(ttls.size() - 1);
        List<String> servers = zone.about(name, set.type()).stream()
                .map(answer -> answer.server().name() + ": " + longest(answer, name, set.type()))
                .toList();
        boolean some = ttls.get(0).compareTo(most) <= 0;
        return Finding.unmet(name + " " + set.type() + " may be remembered for " + seconds(longest)
                        + (some ? " according to some of its servers" : ""))
                .expected("at most " + seconds(most) + " at each server, before anything is switched")
                .butWas(Many.told(servers, "\n"))
                .lookAt(CONFIG)
                .toDo("set the TTL to " + most.toSeconds()
                        + ", see that all servers have it, and switch nothing before " + time(now.plus(longest))
                        + ": until then resolvers may have the record with the old TTL");
    }

    private Finding lowered(String what, String key, Duration most) {
        LoweredTtl lowered = LoweredTtl.of(bench.history().since(key), most, now);
        String low = what + " may be remembered for at most " + seconds(most);
        return switch (lowered.standing()) {
            case LONG_AGO -> Finding.met(low + ", and " + lowered.words());
            case TOO_LATE ->
                Finding.unmet(what + " had its TTL lowered too late to be everywhere now")
                        .expected("lowered at least one old TTL ago")
                        .butWas(lowered.words())
                        .lookAt(HISTORY)
                        .toDo("switch nothing before "
                                + lowered.safe().map(this::time).orElse("")
                                + "; until then people stay on the old host, and going back is as slow");
            case UNSURE ->
                Finding.unknown("whether the TTL of " + what + " was lowered early enough is not known")
                        .expected(
                                "lowered at least one old TTL ago; an earlier run saw the old TTL, and the new one since")
                        .because(lowered.words())
                        .lookAt(HISTORY)
                        .toDo(lowered.safe()
                                .map(safe -> "run mvn verify -Denv=… -Dphase=before again after " + time(safe))
                                .orElse(
                                        "switch nothing before one old TTL has passed since it was lowered: a day, if nobody"
                                                + " knows it. Run mvn verify -Denv=… -Dphase=before before you lower a TTL and"
                                                + " again one old TTL later, then this run's history is the witness; now only a"
                                                + " person can sign off the step"));
        };
    }

    private Finding untold(ZoneTold zone, String what) {
        return Finding.unknown("no server tells how long " + what + " may be remembered")
                .expected("the record, with its TTL, at each server of "
                        + zone.zone().name())
                .because(
                        zone.servers().isEmpty()
                                ? "no server of " + zone.zone().name() + " answers with authority"
                                : "none of " + zone.servers().size() + " servers has the record")
                .lookAt(CONFIG)
                .toDo("mend the zone first; its other findings tell more");
    }

    private static Finding unbounded(String what, List<Duration> ttls) {
        return Finding.unknown("how long " + what + " may be remembered at most is not known here")
                .expected("ttl-at-most beside moves: true")
                .because("the record has no ttl-at-most; its servers say " + NameFacts.seconds(ttls))
                .lookAt(CONFIG)
                .toDo("name ttl-at-most, 60s for a launch");
    }

    private static String longest(Answered answer, String name, String type) {
        return answer.rrset(name, type).stream()
                .map(Resource::ttl)
                .max(Long::compare)
                .map(ttl -> ttl + " s")
                .orElse("no record");
    }

    private static String seconds(Duration ttl) {
        return ttl.toSeconds() + " s" + (ttl.toSeconds() < 120 ? "" : " (" + Durations.told(ttl) + ")");
    }

    private String time(Instant at) {
        return new PropagationClock(now, bench.clock().getZone(), List.of()).time(at);
    }
}
