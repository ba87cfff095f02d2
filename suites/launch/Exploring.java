package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.browser.Blocked;
import cutover.probe.browser.Browser;
import cutover.probe.browser.PageObservation;
import cutover.probe.browser.WriteGuard;
import cutover.probe.http.Html;
import cutover.probe.http.Reference;
import cutover.probe.http.Visit;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Clicks around as a signed-in person and changes nothing: a walk over links, in the browser with every writing request
 * blocked before it leaves, and over HTTP; then the counters that must not have moved.
 */
final class Exploring {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final int TOLD_EVERY = 10;

    private final Workbench bench;
    private final Site site;
    private final Application.Explore plan;
    private final Findings findings;
    private final Offences offences = new Offences();

    Exploring(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.plan = bench.application().explore();
        this.findings = bench.findings();
    }

    void changingNothing() {
        Instant start = bench.clock().instant();
        Counters counters = new Counters(bench);
        Map<String, Long> before = counters.read();
        Optional<Visit> visit = new SignInJourney(bench).as(plan.persona());
        Optional<Browser> browser = visit.isPresent() ? bench.browser() : Optional.empty();
        if (browser.isEmpty()
                || !new BrowserSignIn(bench, browser.get())
                        .as(plan.persona(), plan.start().get(0))) {
            return;
        }
        List<Reference> assets = walk(browser.get(), visit.get());
        bench.giveBack(browser.get());
        findings.progress("loading the assets of the pages");
        new AssetRules(bench, offences).judge(assets);
        offences.into(findings, site.origin() + site.stagePrefix());
        StatusesAgree.judged(bench, visit.get());
        counters.unchangedSince(before);
        new Notices(bench, start).sent();
    }

    private List<Reference> walk(Browser browser, Visit visit) {
        PageRules rules = new PageRules(bench, offences);
        Map<URI, Reference> assets = new LinkedHashMap<>();
        Set<URI> seen = new LinkedHashSet<>();
        Map<String, Integer> shapes = new HashMap<>();
        Deque<Stop> next = new ArrayDeque<>();
        plan.start().forEach(path -> next.add(new Stop(site.at(path), 0)));
        List<Blocked> blocked;
        boolean held;
        int pages = 0;
        try (WriteGuard guard = browser.guard(READS, uri -> isAvoided(uri) || isAnalytics(uri))) {
            while (!next.isEmpty() && pages < plan.pages() && guard.held()) {
                Stop stop = next.poll();
                if (!seen.add(stop.uri()) || shapes.merge(shape(stop.uri()), 1, Integer::sum) > plan.perShape()) {
                    continue;
                }
                pages++;
                if (pages % TOLD_EVERY == 1) {
                    findings.progress(
                            "exploring page " + pages + ": " + stop.uri().getPath());
                }
                PageObservation shown = browser.open(stop.uri());
                if (Pages.broken(shown, findings)) {
                    break;
                }
                rules.judge(shown, browser.count(bench.application().signIn().signedIn()) > 0);
                new Answers(findings)
                        .answered(
                                visit.get(stop.uri()), "the page " + stop.uri().getPath() + " of " + site.host())
                        .ifPresent(rules::judge);
                if (pages <= 2) {
                    bench.screenshot(browser, "exploring " + stop.uri().getPath());
                }
                Html html = Html.of(shown.html(), shown.uri());
                html.assets().forEach(asset -> assets.putIfAbsent(asset.target(), asset));
                if (stop.depth() < plan.depth()) {
                    links(html).forEach(uri -> next.add(new Stop(uri, stop.depth() + 1)));
                }
            }
            blocked = guard.blocked();
            held = guard.held();
        }
        if (!held) {
            guardLost(pages);
        }
        withoutWriting(blocked, pages);
        unCounted(blocked);
        if (held && browser.alive()) {
            findWay(pages);
        }
        return new ArrayList<>(assets.values());
    }

    private void guardLost(int pages) {
        findings.add(Finding.unknown("the write guard of the browser was lost while exploring " + site.host())
                .expected("a guard that stops every writing request")
                .because("its connection to the browser broke; the browser was closed at once, after " + pages
                        + " page(s)")
                .toDo("run again; if it happens again, give the machine more memory"));
    }

    private void withoutWriting(List<Blocked> blocked, int pages) {
        List<String> writes = blocked.stream()
                .filter(one -> !one.forbiddenPath() && !isAnalytics(one.uri()))
                .map(one -> one.method() + " " + one.uri())
                .distinct()
                .toList();
        findings.expect(
                writes.isEmpty(),
                "exploring " + pages + " pages of " + site.host() + " sent nothing but "
                        + String.join(", ", READS.stream().sorted().toList()),
                Finding.unmet("a page of " + site.host() + " tried to write when it was opened: "
                                + (writes.isEmpty() ? "" : writes.get(0)))
                        .expected("pages that only read")
                        .butWas(String.join("\n", writes) + "\n(stopped before they left the browser)")
                        .lookAt(site.origin().toString())
                        .toDo("look which script of the page sends it"));
    }

    private void findWay(int pages) {
        findings.expect(
                pages > plan.start().size(),
                "exploring found its way to " + pages + " pages",
                Finding.unmet("exploring " + site.host() + " found no links to follow")
                        .expected("more than the " + plan.start().size() + " pages it begins with")
                        .butWas(pages + " pages")
                        .lookAt(site.at(plan.start().get(0)).toString()));
    }

    /** That a page counts its visitors is no offence; that a run is counted would be one of ours. */
    private void unCounted(List<Blocked> blocked) {
        Map<String, Long> hosts = blocked.stream()
                .map(Blocked::uri)
                .filter(this::isAnalytics)
                .collect(Collectors.groupingBy(URI::getHost, TreeMap::new, Collectors.counting()));
        if (!hosts.isEmpty()) {
            findings.add(Finding.met("nothing was sent to those who count visitors: "
                    + hosts.entrySet().stream()
                            .map(host -> host.getValue() + " request(s) to " + host.getKey() + " stopped")
                            .collect(Collectors.joining(", "))));
        }
    }

    private boolean isAnalytics(URI uri) {
        return site.analyticsHosts().contains(String.valueOf(uri.getHost()));
    }

    private List<URI> links(Html html) {
        return html.links().stream()
                .filter(reference -> reference.kind() == Reference.Kind.LINK)
                .map(Reference::target)
                .filter(uri -> site.holds(uri) && "https".equals(uri.getScheme()))
                .filter(uri -> !isAvoided(uri))
                .distinct()
                .toList();
    }

    private boolean isAvoided(URI uri) {
        if (!site.host().equals(uri.getHost())) {
            return false;
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        String inner = site.holds(uri) ? path.substring(site.stagePrefix().length()) : path;
        return plan.avoid().stream().anyMatch(pattern -> pattern.matcher(inner).find());
    }

    private static String shape(URI uri) {
        return uri.getPath().replaceAll("\\d+", "#");
    }

    private record Stop(URI uri, int depth) {}
}
