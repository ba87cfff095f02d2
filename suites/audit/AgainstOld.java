package audit;

import cutover.environment.Audit;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The past traffic of the site under test held against the worst that the old host did in as long a time. What is more than
 * allowed must also be more than chance explains; where either side has too little traffic, nothing is held against anything.
 */
final class AgainstOld {

    private static final int PERCENT = 95;

    private final Workbench bench;
    private final Audit audit;
    private final String place;
    private final String host;
    private final OldHostSeen old;

    AgainstOld(Workbench bench, Audit audit, String place, OldHostSeen old) {
        this.bench = bench;
        this.audit = audit;
        this.place = place;
        this.host = bench.site().host();
        this.old = old;
    }

    /** Whether more of them were answered with 4xx or 5xx. */
    void share(int hundreds, PastTraffic traffic, int allowed, String key) {
        String what = "its " + hundreds + "xx";
        if (traffic.requests() < audit.leastCompared()) {
            bench.findings().add(tooFew(what, traffic.requests()));
            return;
        }
        worst(hundreds)
                .ifPresentOrElse(
                        day -> share(hundreds, traffic, day, allowed, key),
                        () -> bench.findings()
                                .add(old.notCompared(
                                        host, what, "requests", OldDay.busiest(old.days(), OldDay::requests), audit)));
    }

    private Optional<OldDay> worst(int hundreds) {
        return OldDay.worst(
                old.days(),
                OldDay::requests,
                audit.leastCompared(),
                day -> day.tally().share(hundreds));
    }

    private void share(int hundreds, PastTraffic traffic, OldDay day, int allowed, String key) {
        Tally now = traffic.tally();
        Tally then = day.tally();
        int both = now.answered(hundreds) + then.answered(hundreds);
        boolean more = now.share(hundreds) > then.share(hundreds) + allowed
                && Chance.isNone(
                        now.answered(hundreds), both, now.requests() / (double) (now.requests() + then.requests()));
        String states = hundreds + "xx";
        bench.findings()
                .expect(
                        !more,
                        host + " answered not markedly more requests with " + states + " than the old host did: "
                                + told(hundreds, now) + ", there " + told(hundreds, then),
                        Finding.unmet(host + " answers more requests with " + states + " than the old host did")
                                .expected("at most " + allowed + " of 1000 more than in the old host's worst "
                                        + day.told() + ": " + told(hundreds, then))
                                .butWas(told(hundreds, now) + ", most of them:\n"
                                        + String.join("\n", traffic.places().mostOf(hundreds)))
                                .lookAt(place)
                                .lookAt(old.place())
                                .lookAt("config/environments, audit." + key)
                                .toDo(
                                        "take the most frequent of them: what the old host answered there otherwise got lost"
                                                + " in the move; if it is harmless, raise audit." + key));
    }

    /** Whether they took longer. */
    void inTime(PastTraffic traffic) {
        String what = "its times";
        Spans spans = traffic.tally().spans();
        if (spans.count() < audit.leastCompared()) {
            bench.findings().add(tooFew(what, spans.count()));
            return;
        }
        OldDay.worst(old.days(), OldDay::timed, audit.leastCompared(), AgainstOld::slowness)
                .ifPresentOrElse(
                        day -> inTime(spans, day),
                        () -> bench.findings()
                                .add(old.notCompared(
                                        host,
                                        what,
                                        "times of requests",
                                        OldDay.busiest(old.days(), OldDay::timed),
                                        audit)));
    }

    private void inTime(Spans spans, OldDay day) {
        Spans then = day.spans();
        Duration most = then.percentile(PERCENT).plus(audit.slower());
        int late = spans.longerThan(most);
        String told = within(spans);
        bench.findings()
                .expect(
                        !Chance.isNone(late, spans.count(), (100 - PERCENT) / 100.0),
                        host + " is not markedly slower than the old host was: " + told + ", there " + within(then),
                        Finding.unmet(host + " is slower than the old host was")
                                .expected("at most " + Durations.told(audit.slower())
                                        + " more than in the old host's worst " + day.told() + ": " + within(then))
                                .butWas(told)
                                .lookAt(place)
                                .lookAt(old.place())
                                .lookAt("config/environments, audit.slower")
                                .toDo(
                                        "look which pages take long, and whether they wait for the database, for a call to"
                                                + " the outside or for cold starts, which the old host did not have"));
    }

    private static double slowness(OldDay day) {
        return day.spans().percentile(PERCENT).toMillis();
    }

    private static String told(int hundreds, Tally tally) {
        return String.format(
                Locale.ROOT,
                "%d of %d requests of strangers (%.1f of 1000)",
                tally.answered(hundreds),
                tally.requests(),
                tally.share(hundreds));
    }

    private static String within(Spans spans) {
        return PERCENT + " of 100 requests within " + Durations.told(spans.percentile(PERCENT)) + " (of "
                + spans.count() + " requests of strangers)";
    }

    private Finding tooFew(String what, int requests) {
        return Finding.met(host + " was not compared with the old host in " + what + ": it was asked " + requests
                + " times by strangers, and less than " + audit.leastCompared() + " prove no difference");
    }
}
