package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Known;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications list as each role sees it: every row of every page, the numbers that must agree, and no stranger's. */
final class ApplicationsList {

    /** Shown on the staff's list. */
    private static final String STAFF = "staff";

    private final Workbench bench;
    private final Site site;
    private final Known known;
    private final Findings findings;
    private final Answers answers;

    ApplicationsList(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.known = bench.environment().known();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
    }

    /** The list of each role that has one. */
    void forEachRole() {
        bench.application().lists().forEach(this::of);
    }

    private void of(String role, Application.Listing listing) {
        if (!bench.environment().personas().containsKey(role)) {
            findings.add(bench.noPersona(role));
            return;
        }
        findings.progress("reading the list of " + role);
        new SignInJourney(bench)
                .as(role)
                .flatMap(visit -> read(visit, role, listing))
                .ifPresent(pages -> judge(pages, role, listing));
    }

    private Optional<List<ListPage>> read(Visit visit, String role, Application.Listing listing) {
        List<ListPage> pages = new ArrayList<>();
        int last = 1;
        for (int number = 1; number <= last; number++) {
            URI uri = site.at(listing.path() + (number == 1 ? "" : "?" + listing.pageParameter() + "=" + number));
            String what = "page " + number + " of the list of " + role + " at " + site.host();
            Optional<Answered> answer = answers.answered(visit.get(uri), what, 200);
            if (answer.isEmpty() || !answers.fresh(answer.get(), what)) {
                return Optional.empty();
            }
            Optional<ListPage> page = ListPage.of(answer.get(), listing);
            if (page.isEmpty()) {
                findings.add(Finding.unmet(what + " is not a list")
                        .expected("heading \"" + listing.heading() + "\", " + listing.paging() + " with "
                                + listing.pagingNumbers())
                        .butWas(Exchanges.line(answer.get()))
                        .lookAt(uri.toString())
                        .lookAt(answers.kept(answer.get(), what).path()));
                return Optional.empty();
            }
            pages.add(page.get());
            last = pages.get(0).pagesAt(listing);
        }
        return Optional.of(pages);
    }

    private void judge(List<ListPage> pages, String role, Application.Listing listing) {
        String what = "the list of " + role + " at " + site.host();
        String url = site.at(listing.path()).toString();
        long total = pages.get(0).total();
        Map<Long, String> rows = new LinkedHashMap<>();
        long shown = 0;
        for (ListPage page : pages) {
            shown += page.rows().size();
            rows.putAll(page.rows());
        }
        // who is shown matters more than how many
        noStrangers(what, role, rows, url);
        if (role.equals(STAFF)) {
            forStaff(what, rows, total, url);
        }
        findings.expect(
                rows.size() == total && shown == total,
                what + " shows all its " + total + " applications on " + pages.size() + " page(s)",
                Finding.unmet(what + " does not show each application once")
                        .expected(total + " different rows, as the page says")
                        .butWas(shown + " rows, " + rows.size() + " different, on " + pages.size() + " page(s)")
                        .lookAt(url));
        findings.expect(
                pages.get(0).onTab() == total,
                what + " counts the same on its tab",
                Finding.unmet(what + " has another number on its tab than rows")
                        .expected(String.valueOf(total))
                        .butWas(pages.get(0).onTab() + " on " + listing.tab())
                        .lookAt(url));
        pagesAreFull(what, pages, listing, url);
        if (listing.newestFirst()) {
            newestFirst(what, new ArrayList<>(rows.keySet()), url);
        }
    }

    private void pagesAreFull(String what, List<ListPage> pages, Application.Listing listing, String url) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            long first = (long) i * listing.pageSize() + 1;
            long last = i == pages.size() - 1 ? pages.get(0).total() : first + listing.pageSize() - 1;
            ListPage page = pages.get(i);
            if (page.total() > 0
                    && (page.first() != first
                            || page.last() != last
                            || page.rows().size() != last - first + 1)) {
                wrong.add("page " + (i + 1) + " says " + page.first() + " - " + page.last() + " and has "
                        + page.rows().size() + " rows, expected " + first + " - " + last);
            }
        }
        findings.expect(
                wrong.isEmpty(),
                what + " has full pages",
                Finding.unmet(what + " is cut into wrong pages")
                        .expected(listing.pageSize() + " rows a page, up to " + listing.orphans() + " more on the last")
                        .butWas(String.join("\n", wrong))
                        .lookAt(url));
    }

    private void newestFirst(String what, List<Long> ids, String url) {
        List<Long> sorted = ids.stream().sorted(Comparator.reverseOrder()).toList();
        findings.expect(
                ids.equals(sorted),
                what + " begins with the newest",
                Finding.unmet(what + " is not sorted from the newest to the oldest")
                        .expected("ids from high to low")
                        .butWas(ids.stream().limit(10).toList() + " …")
                        .lookAt(url));
    }

    private void forStaff(String what, Map<Long, String> rows, long total, String url) {
        findings.expect(
                total >= known.applicationsAtLeast(),
                what + " has at least the " + known.applicationsAtLeast() + " applications that are known",
                Finding.unmet(what + " has too few applications")
                        .expected("at least " + known.applicationsAtLeast())
                        .butWas(String.valueOf(total))
                        .lookAt(url)
                        .toDo("look which database is connected, and whether the snapshot was restored whole"));
        known.newestAtLeast().ifPresent(newest -> {
            long seen = rows.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            findings.expect(
                    seen >= newest,
                    what + " holds application " + newest,
                    Finding.unmet(what + " lacks the newest application")
                            .expected("application " + newest + " or a newer one first")
                            .butWas(seen == 0 ? "no application at all" : "the newest is " + seen)
                            .lookAt(url)
                            .toDo("compare the newest application of both sites: what came in since is missing"));
        });
        known.row().ifPresent(row -> {
            String text = rows.get(row.id());
            List<String> missing = row.texts().stream()
                    .filter(wanted -> text == null || !text.contains(wanted))
                    .toList();
            findings.expect(
                    text != null && missing.isEmpty(),
                    what + " shows application " + row.id() + " as it is known",
                    Finding.unmet(
                                    text == null
                                            ? what + " lacks the known application " + row.id()
                                            : what + " shows the known application " + row.id() + " differently")
                            .expected(String.join(", ", row.texts()))
                            .butWas(text == null ? "no such row" : text)
                            .lookAt(url)
                            .lookAt("config/environments, known.row")
                            .toDo(
                                    text == null
                                            ? ""
                                            : "a date that is off by a day means that times are not shown in the application's"
                                                    + " zone"));
        });
    }

    private void noStrangers(String what, String role, Map<Long, String> rows, String url) {
        List<String> seen = known.foreign().getOrDefault(role, List.of()).stream()
                .filter(name -> rows.values().stream().anyMatch(row -> row.contains(name)))
                .toList();
        findings.expect(
                seen.isEmpty(),
                what + " shows nobody of another organisation",
                Finding.unmet(what + " shows applications of other organisations")
                        .expected("only the organisation's own")
                        .butWas("shown: " + String.join(", ", seen))
                        .lookAt(url)
                        .toDo("take the site down until this is mended: look at groups and permissions, they come from"
                                + " fixtures that a deploy loads"));
    }
}
