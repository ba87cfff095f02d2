package frontdoor;

import cutover.environment.front.Redirects;
import cutover.junit.Workbench;
import cutover.probe.http.NoAnswer;
import cutover.probe.http.RawAddress;
import cutover.runbook.Phase;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Follows one row from each origin of its rule, at each address of the origin's name; by many threads. */
final class RowWalk {

    /** A name that was silent so often is not waited for any more. */
    private static final int ENOUGH = 3;

    private final Workbench bench;
    private final Redirects map;
    private final PublicAddresses names;
    private final Map<URI, List<NamedAddress>> known;
    private final HopRules rules;
    private final Standing standing;
    private final Optional<Landing> landing;
    private final Keepsakes keepsakes;
    private final Map<URI, Integer> silent = new ConcurrentHashMap<>();

    /** @param known the addresses of each origin's name */
    RowWalk(
            Workbench bench,
            Redirects map,
            PublicAddresses names,
            Map<URI, List<NamedAddress>> known,
            Keepsakes keepsakes) {
        this.bench = bench;
        this.map = map;
        this.names = names;
        this.known = known;
        this.keepsakes = keepsakes;
        this.rules = new HopRules(map, bench.phase());
        this.standing = new Standing(bench.environment());
        // before the switch the target has no name yet
        this.landing = bench.phase() == Phase.BEFORE
                ? Optional.empty()
                : Optional.of(new Landing(bench.environment(), bench.application()));
    }

    /** One trail for each address; an origin that nobody waits for any more is missing. */
    Map<URI, List<Trail>> walked(Row row) {
        Asking asking = new Asking(bench.outside(), names);
        Walk walk = new Walk(map, rules, standing, landing, asking);
        Map<URI, List<Trail>> trails = new LinkedHashMap<>();
        known.forEach((origin, addresses) -> {
            if (silent.getOrDefault(origin, 0) < ENOUGH) {
                trails.put(origin, trails(walk, asking, row, row.from(origin), addresses));
                trails.get(origin).forEach(trail -> {
                    noted(origin, trail);
                    keepsakes.note(row.rule(), trail);
                });
            }
        });
        return trails;
    }

    private List<Trail> trails(Walk walk, Asking asking, Row row, RawAddress from, List<NamedAddress> addresses) {
        return addresses.stream()
                .map(told -> asking.at(from, told))
                .flatMap(Optional::stream)
                .map(first -> walk.from(row, first))
                .toList();
    }

    private void noted(URI origin, Trail trail) {
        boolean waited = trail.first().seen().fold(answer -> false, none -> none.kind() == NoAnswer.Kind.TIMED_OUT);
        if (waited) {
            silent.merge(origin, 1, Integer::sum);
        }
    }
}
