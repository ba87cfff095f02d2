package frontdoor;

import cutover.environment.front.NameFacts;
import cutover.patience.Durations;
import cutover.runbook.FactSpan;
import cutover.runbook.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reasons for which old data may still be told: what resolvers say themselves, and what earlier runs saw before the
 * change.
 *
 * @param history earlier runs only
 */
record ClockTerms(History history, Instant now) {

    /** What resolvers that lag say about the time that they have left. */
    List<ClockTerm> told(List<ResolverAnswer> lagging) {
        return lagging.stream()
                .filter(answer -> !answer.left().isZero())
                .map(answer -> ClockTerm.told(
                        now,
                        answer.left(),
                        answer.who() + " says that it will remember its "
                                + answer.name().name() + " for another " + Durations.told(answer.left())))
                .toList();
    }

    /** Changes of names and delegations that an earlier run has seen, or seen the time before. */
    List<ClockTerm> changed(List<ZoneTold> zones, List<Moving> names) {
        List<ClockTerm> terms = new ArrayList<>();
        for (ZoneTold zone : zones) {
            names.stream()
                    .filter(name -> name.zone().equals(zone.zone()))
                    .forEach(name -> name.types()
                            .forEach(type -> changed(zone, name.name(), type).ifPresent(terms::add)));
            if (names.stream().anyMatch(name -> name.zone().equals(zone.zone()))) {
                delegated(zone).ifPresent(terms::add);
            }
        }
        return terms;
    }

    /** The change of names that no earlier run has seen: at the latest just now. */
    List<ClockTerm> unseen(List<ZoneTold> zones, List<Moving> names) {
        List<ClockTerm> terms = new ArrayList<>();
        for (ZoneTold zone : zones) {
            names.stream()
                    .filter(name -> name.zone().equals(zone.zone()))
                    .forEach(name -> name.types()
                            .forEach(type -> unseen(zone, name.name(), type).ifPresent(terms::add)));
        }
        return terms;
    }

    private Optional<ClockTerm> changed(ZoneTold zone, String name, String type) {
        if (zone.about(name, type).isEmpty()) {
            return Optional.empty();
        }
        String today = NameFacts.told(zone.values(name, type));
        return change(NameFacts.records(name, type), today).map(change -> {
            Duration ttl = change.was.equals(NameFacts.told(List.of()))
                    ? zone.zone().negativeTtl()
                    : ttlAt(change.after, zone, name, type);
            return ClockTerm.changed(
                    change.after,
                    change.before,
                    ttl,
                    name + " " + type + " was " + change.was + " at " + change.after + " and " + today + " at "
                            + change.before + "; the old data may be remembered for " + Durations.told(ttl));
        });
    }

    private Optional<ClockTerm> delegated(ZoneTold zone) {
        Optional<Duration> ttl = zone.delegationTtl();
        String key = NameFacts.delegation(zone.zone().name());
        return zone.cut()
                .filter(cut -> ttl.isPresent())
                .flatMap(cut -> change(key, NameFacts.told(cut.delegated())))
                .map(change -> ClockTerm.changed(
                        change.after,
                        change.before,
                        ttl.get(),
                        zone.zone().name() + " was handed over to " + change.was + " at " + change.after
                                + ", to others at " + change.before + "; the parent's word may be remembered for "
                                + Durations.told(ttl.get())));
    }

    private Optional<ClockTerm> unseen(ZoneTold zone, String name, String type) {
        boolean seen = history.since(NameFacts.records(name, type)).size() > 0;
        return zone.ttls(name, type).stream()
                .filter(ttl -> !seen)
                .max(Duration::compareTo)
                .map(ttl -> ClockTerm.changed(
                        now,
                        ttl,
                        "no earlier run has seen " + name + " " + type + ", so it may have changed just now; today it"
                                + " may be remembered for " + Durations.told(ttl)));
    }

    /** How long it might be remembered when it was seen last before the change; as today when no run saw that. */
    private Duration ttlAt(Instant seen, ZoneTold zone, String name, String type) {
        return history.since(NameFacts.ttl(name, type)).stream()
                .filter(span -> !span.firstSeen().isAfter(seen))
                .reduce((earlier, later) -> later)
                .flatMap(span -> NameFacts.longest(span.value()))
                .or(() -> zone.ttls(name, type).stream().max(Duration::compareTo))
                .orElse(zone.zone().negativeTtl());
    }

    /** The last change of a fact; empty when there was none since the first run, or no run has seen it. */
    private Optional<Change> change(String key, String today) {
        List<FactSpan> spans = history.since(key);
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        FactSpan last = spans.get(spans.size() - 1);
        if (!last.value().equals(today)) {
            return Optional.of(new Change(last.value(), last.lastSeen(), now));
        }
        return spans.size() == 1
                ? Optional.empty()
                : Optional.of(new Change(
                        spans.get(spans.size() - 2).value(),
                        spans.get(spans.size() - 2).lastSeen(),
                        last.firstSeen()));
    }

    /**
     * A change that happened between two sights.
     *
     * @param was the value before
     */
    private record Change(String was, Instant after, Instant before) {}
}
