package frontdoor;

import cutover.environment.front.Dns;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Patience;
import cutover.patience.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the records of this phase have reached the resolvers, and when they will have: all resolvers are asked for all
 * names that move, once or for as long as the configuration waits. It ends early when all have them, and when a zone's
 * own server still has the old ones, because then waiting does not help.
 */
final class Propagation {

    private static final Duration MOST_OFTEN = Duration.ofMillis(250);
    private static final Duration LEAST_OFTEN = Duration.ofSeconds(20);
    private static final int LOOKS = 60;

    private final Workbench bench;

    Propagation(Workbench bench) {
        this.bench = bench;
    }

    /** Adds a finding for each thing that resolvers have in common. */
    void judged() {
        bench.outside()
                .dns()
                .ifPresentOrElse(
                        this::judged,
                        () -> bench.findings()
                                .add(
                                        Finding.unknown("which names must reach the resolvers is not known here")
                                                .expected("a file in config/dns that lists zones and resolvers")
                                                .because("config/environments names no dns")
                                                .toDo(
                                                        "write the file and name it in the environment, or ask resolvers by hand")));
    }

    private void judged(Dns dns) {
        List<Moving> names = Moving.in(dns, bench.phase());
        if (names.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("which records change in the launch is not known here")
                            .expected("at least one record set with moves: true in config/dns")
                            .because("no zone that the parent points to has one")
                            .toDo("mark the records that lead the users to the new host"));
            return;
        }
        OwnServers own = new OwnServers(bench);
        Look last = waited(dns, names, own);
        own.remember(last.own());
        new PropagationFindings(bench, last, some -> clock(last, some)).judged();
        new InventedNames(bench, own).judged();
    }

    private Look waited(Dns dns, List<Moving> names, OwnServers own) {
        if (dns.propagation().isZero()) {
            bench.findings().progress("asking " + dns.resolvers().size() + " resolvers for " + names.size() + " names");
            return look(names, own);
        }
        Wait<Look> wait = patience(dns.propagation())
                .watch(
                        "all resolvers to have the records of this phase",
                        () -> look(names, own),
                        seen -> ended(seen, names),
                        progress -> bench.findings().progress(lags(progress.seen(), names)));
        if (Thread.currentThread().isInterrupted()) {
            bench.findings().add(interrupted(wait));
        }
        return wait.last().orElseThrow();
    }

    private Look look(List<Moving> names, OwnServers own) {
        Instant at = bench.clock().instant();
        return new Look(at, names, bench.phase(), new Resolvers(bench).round(names), own.told());
    }

    private boolean ended(Look seen, List<Moving> names) {
        boolean done =
                seen.round().complete() && clock(seen, names).surelyNotBefore().isEmpty();
        return done || !seen.behind().isEmpty();
    }

    private String lags(Look seen, List<Moving> names) {
        List<ResolverAnswer> open = seen.round().open();
        return clock(seen, names).told()
                + (open.isEmpty() ? "; all resolvers have it" : "; not yet: " + ResolverRound.who(open));
    }

    private PropagationClock clock(Look seen, List<Moving> names) {
        ClockTerms known = new ClockTerms(bench.history(), seen.at());
        List<ClockTerm> terms = new ArrayList<>(known.changed(seen.own(), names));
        List<ResolverAnswer> lagging = seen.round().lagging().stream()
                .filter(answer -> names.contains(answer.name()))
                .toList();
        terms.addAll(known.told(lagging));
        if (!lagging.isEmpty()) {
            terms.addAll(known.unseen(seen.own(), names));
        }
        return new PropagationClock(seen.at(), bench.clock().getZone(), terms);
    }

    private static Finding interrupted(Wait<Look> wait) {
        return Finding.unknown("waiting for the resolvers was interrupted")
                .expected("all resolvers have the records of this phase")
                .because(wait.told() + ", then this run was told to stop; what was seen last is told beside this")
                .toDo("run the step again");
    }

    private static Patience patience(Duration atMost) {
        Duration every = atMost.dividedBy(LOOKS);
        Duration polite = every.compareTo(LEAST_OFTEN) > 0 ? LEAST_OFTEN : every;
        return new Patience(atMost, polite.compareTo(MOST_OFTEN) < 0 ? MOST_OFTEN : polite);
    }
}
