package audit;

import common.Many;
import common.Weaknesses;
import cutover.environment.Audit;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the past traffic of a site must look like. */
final class TrafficRules {

    private static final int PERCENT = 95;

    private final Workbench bench;
    private final Audit audit;
    private final String place;
    private final String host;
    private final AgainstOld against;

    TrafficRules(Workbench bench, Audit audit, String place, OldHostSeen old) {
        this.bench = bench;
        this.audit = audit;
        this.place = place;
        this.host = bench.site().host();
        this.against = new AgainstOld(bench, audit, place, old);
    }

    void judged(PastTraffic traffic, Excuses excuses, Instant until) {
        errors(traffic.errors(), excuses);
        endless(traffic.endless(until));
        once(traffic);
        nothingPrivate(traffic);
        if (traffic.requests() < audit.leastRequests()) {
            bench.findings().add(tooFew(traffic));
            return;
        }
        // what is over its budget is told once
        if (share(5, traffic, audit.serverErrors(), "server-errors")) {
            against.share(5, traffic, audit.moreServerErrors(), "more-server-errors");
        }
        if (share(4, traffic, audit.clientErrors(), "client-errors")) {
            against.share(4, traffic, audit.moreClientErrors(), "more-client-errors");
        }
        if (inTime(traffic)) {
            against.inTime(traffic);
        }
    }

    private void errors(List<ErrorSeen> all, Excuses excuses) {
        List<ErrorGroup> groups = ErrorGroup.of(
                all.stream().filter(error -> !excuses.excuse(error)).toList());
        long harmless = all.stream().filter(excuses::isHarmless).count();
        long old = all.stream().filter(excuses::isOld).count();
        List<String> evidence = groups.isEmpty() ? List.of() : List.of(kept(groups));
        bench.findings()
                .expect(
                        groups.isEmpty(),
                        "no unexpected error in the last " + Durations.told(audit.window()) + " of the log of " + host
                                + " (" + harmless + " known to be harmless, " + old
                                + " of a kind that the old host had)",
                        Finding.unmet("the log of " + host + " tells of errors that are new: "
                                        + groups.stream()
                                                .mapToInt(
                                                        group -> group.errors().size())
                                                .sum()
                                        + " of " + groups.size() + (groups.size() == 1 ? " kind" : " kinds"))
                                .expected("no error in " + Durations.told(audit.window())
                                        + " but harmless ones (audit.harmless) and those that the old host had")
                                .butWas(Many.told(
                                        groups.stream().map(ErrorGroup::told).toList(), "\n"))
                                .lookAt(place));
    }

    private String kept(List<ErrorGroup> groups) {
        return bench.findings()
                .evidence()
                .text(
                        "errors that are new",
                        groups.stream()
                                .map(group -> group.told() + "\n" + group.last().text())
                                .collect(Collectors.joining("\n\n")))
                .path();
    }

    private void endless(List<String> invocations) {
        bench.findings()
                .expect(
                        invocations.isEmpty(),
                        "each invocation of " + host + " that began has ended",
                        Finding.unmet(invocations.size() + " invocations of " + host + " began and never ended")
                                .expected("a REPORT line for each START line")
                                .butWas(Many.told(invocations, "\n"))
                                .lookAt(place)
                                .toDo(
                                        "open the records of one of these invocations: what came last is where it was killed"));
    }

    private void once(PastTraffic traffic) {
        bench.findings()
                .expect(
                        traffic.twice() == 0,
                        "each request stands in the log of " + host + " once",
                        Finding.unmet(traffic.twice() + " requests stand in the log of " + host + " more than once")
                                .expected("one access line for one request")
                                .butWas(traffic.twice() + " access lines too many")
                                .lookAt(place)
                                .toDo(
                                        "look for a log handler that is attached twice: every count in this log is wrong"));
    }

    private void nothingPrivate(PastTraffic traffic) {
        if (traffic.dumped() + traffic.named() > 0 && bench.accepted(Weaknesses.LOG_HOLDS_SECRETS)) {
            bench.findings()
                    .add(Finding.met("the log holds whole requests: a known weakness, accepted for this environment"));
            return;
        }
        bench.findings()
                .expect(
                        traffic.dumped() + traffic.named() == 0,
                        "the log of " + host + " holds neither whole requests nor names of people",
                        Finding.unmet("the log of " + host + " holds what is private")
                                .expected("no request with its cookies and form fields, and no name of an applicant")
                                .butWas(traffic.dumped() + " requests as a whole, and " + traffic.named()
                                        + " records with the name of a known applicant")
                                .lookAt(place)
                                .lookAt("config/environments, accepted: " + Weaknesses.LOG_HOLDS_SECRETS)
                                .toDo(
                                        "set the platform's log level from DEBUG to INFO, and delete what is there: whoever"
                                                + " reads the log can take over sessions"));
    }

    private boolean share(int hundreds, PastTraffic traffic, int most, String key) {
        int of = traffic.requests();
        int seen = traffic.tally().answered(hundreds);
        boolean within = 1000L * seen <= (long) most * of;
        String states = hundreds + "xx";
        String told = String.format(
                Locale.ROOT, "%d of %d requests of strangers (%.1f of 1000)", seen, of, 1000.0 * seen / of);
        bench.findings()
                .expect(
                        within,
                        told + " were answered with " + states + " by " + host,
                        Finding.unmet(host + " answered too many requests with " + states)
                                .expected("at most " + most + " of 1000 in the last " + Durations.told(audit.window()))
                                .butWas(told + ", most of them:\n"
                                        + String.join("\n", traffic.places().mostOf(hundreds)))
                                .lookAt(place)
                                .lookAt("config/environments, audit." + key));
        return within;
    }

    private boolean inTime(PastTraffic traffic) {
        Spans spans = traffic.tally().spans();
        Duration took = spans.percentile(PERCENT);
        boolean within = took.compareTo(audit.answered()) <= 0;
        String told = PERCENT + " of 100 requests were answered within " + Durations.told(took)
                + ", half of them within " + Durations.told(spans.percentile(50));
        bench.findings()
                .expect(
                        within,
                        told + " by " + host,
                        Finding.unmet(host + " was slow for its visitors")
                                .expected(PERCENT + " of 100 requests within " + Durations.told(audit.answered()))
                                .butWas(told)
                                .lookAt(place)
                                .lookAt("config/environments, audit.answered")
                                .toDo("look at the hour in which it was slow, and at the database's load then"));
        return within;
    }

    private Finding tooFew(PastTraffic traffic) {
        return Finding.unknown("too few people called " + host + " to tell how it fares")
                .expected("at least " + audit.leastRequests() + " requests of strangers in the last "
                        + Durations.told(audit.window()))
                .because("the log tells of " + traffic.requests() + ", and of " + traffic.own() + " of this suite")
                .lookAt(place)
                .lookAt("config/environments, audit.least-requests")
                .toDo("see whether people arrive at the old host instead, or the log is not written; else wait");
    }
}
