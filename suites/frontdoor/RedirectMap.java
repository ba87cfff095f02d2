package frontdoor;

import cutover.environment.front.Redirects;
import cutover.environment.front.Redirects.Rule;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.FanOut;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Every address that leads elsewhere in this phase: at each public address of its name, with each path and query. */
final class RedirectMap {

    private static final int AT_ONCE = 8;
    private static final int AHEAD = 64;

    private final Workbench bench;
    private final Redirects map;
    private final Findings findings;
    private final PublicAddresses names;
    private final Keepsakes keepsakes = new Keepsakes();

    RedirectMap(Workbench bench, Redirects map) {
        this.bench = bench;
        this.map = map;
        this.findings = bench.findings();
        this.names = new PublicAddresses(bench);
    }

    /** The rules of the phase. */
    void judged() {
        List<Rule> rules =
                map.rules().stream().filter(rule -> rule.in(bench.phase())).toList();
        if (rules.isEmpty()) {
            findings.add(Finding.unknown("no address is known that redirects in this phase")
                    .expected("rules for phase " + bench.phase().name().toLowerCase(java.util.Locale.ROOT))
                    .because("config/redirects has none")
                    .toDo("write them, or take the step out of config/runbook.yaml"));
        }
        rules.forEach(this::judged);
        keepsakes.tell(bench);
    }

    private String place() {
        return "config/" + bench.environment().redirects().orElse("redirects") + ".yaml";
    }

    private void judged(Rule rule) {
        Map<URI, List<NamedAddress>> known = new LinkedHashMap<>();
        rule.from().forEach(origin -> addresses(origin).ifPresent(told -> known.put(origin, told)));
        Map<URI, Gathered> gathered = new LinkedHashMap<>();
        known.keySet()
                .forEach(origin -> gathered.put(
                        origin, new Gathered(origin.toString(), rule.to().toString(), place())));
        RowWalk walk = new RowWalk(bench, map, names, known, keepsakes);
        findings.progress("following addresses to " + rule.to());
        walked(walk, Row.of(map, rule, bench.run()), gathered);
        gathered.forEach((origin, seen) -> seen.into(findings, sibling(gathered, origin)));
    }

    private void walked(RowWalk walk, Iterator<Row> rows, Map<URI, Gathered> gathered) {
        Duration most = bench.environment().deadlines().exchange().multipliedBy(AHEAD);
        AtomicInteger followed = new AtomicInteger();
        new FanOut(AT_ONCE, most)
                .inTurn(
                        rows,
                        AHEAD,
                        walk::walked,
                        (row, why) -> {
                            throw new IllegalStateException(row.target() + ": " + why);
                        },
                        (row, trails) -> {
                            kept(row, trails, gathered);
                            told(followed.incrementAndGet());
                        });
    }

    private void told(int followed) {
        if (followed % AHEAD == 0) {
            findings.progress("followed " + followed + " addresses");
        }
    }

    private static void kept(Row row, Map<URI, List<Trail>> trails, Map<URI, Gathered> gathered) {
        gathered.forEach((origin, all) -> {
            if (trails.containsKey(origin)) {
                all.add(row, trails.get(origin));
            } else {
                all.leave();
            }
        });
    }

    private static boolean sibling(Map<URI, Gathered> gathered, URI origin) {
        return gathered.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(origin)
                        && other.getKey().getHost().equals(origin.getHost())
                        && other.getValue().answers());
    }

    private boolean reached(URI origin, NamedAddress told) {
        int port = origin.getScheme().equals("https") ? 443 : 80;
        boolean reached = bench.outside().reach(told.address(), port).isPresent();
        if (!reached) {
            findings.add(Finding.unknown(origin + " was not tried at " + told.number())
                    .expected("a way to each address of " + origin.getHost())
                    .because("a rehearsal reaches pinned addresses only")
                    .lookAt("config/environments, pins"));
        }
        return reached;
    }

    private Optional<List<NamedAddress>> addresses(URI origin) {
        PublicAddresses.Known known = names.of(origin.getHost());
        if (!known.addresses().isEmpty()) {
            return Optional.of(known.addresses().stream()
                            .filter(told -> reached(origin, told))
                            .toList())
                    .filter(reached -> !reached.isEmpty());
        }
        findings.add(
                known.heard()
                        ? Finding.unmet(origin + " leads nowhere: its name has no address")
                                .expected("an address, and there a redirect")
                                .butWas("resolvers and name servers answer that there is none")
                                .lookAt("config/dns, zones")
                                .toDo(Trouble.Kind.NO_ADDRESS.toDo())
                        : Finding.unknown("no resolver tells the address of " + origin.getHost())
                                .expected("an answer of one of the resolvers in config/dns")
                                .because(
                                        known.silent().isEmpty()
                                                ? "config/dns names no resolver"
                                                : String.join("\n", known.silent()))
                                .toDo("look whether this machine may ask name servers, port 53 over UDP and TCP"));
        return Optional.empty();
    }
}
