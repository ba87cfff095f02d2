package launch;

import cutover.environment.Application;
import cutover.environment.Statuses;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Visit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a list and an application's own page tell the same latest status of it. Reads only. */
final class StatusesAgree {

    private static final String KEY = "config/applications, explore.statuses";
    private static final String WANTED = "the same latest status in the list and on the application's own page";

    private final String host;
    private final Findings findings;
    private final Statuses plan;
    private final StatusPages pages;

    private StatusesAgree(Workbench bench, Statuses plan, StatusPages pages) {
        this.host = bench.site().host();
        this.findings = bench.findings();
        this.plan = plan;
        this.pages = pages;
    }

    /**
     * Adds its findings.
     *
     * @param visit of the persona that explores
     */
    static void judged(Workbench bench, Visit visit) {
        Application.Explore explore = bench.application().explore();
        Application.Listing listing = bench.application().lists().get(explore.persona());
        if (explore.statuses().isEmpty()) {
            bench.findings()
                    .progress("latest statuses are not compared: the application's file has no explore.statuses");
        } else if (listing == null) {
            bench.findings().add(untold("lists has none for " + explore.persona() + ", the persona that explores"));
        } else {
            bench.findings().progress("comparing latest statuses in the list and on applications' own pages");
            Statuses plan = explore.statuses().get();
            new StatusesAgree(bench, plan, new StatusPages(bench, visit, plan, listing)).judged();
        }
    }

    private void judged() {
        Optional<Answered> list = pages.list();
        if (list.isEmpty()) {
            return;
        }
        Optional<Long> total = pages.total(list.get());
        if (total.isEmpty()) {
            findings.add(untold("the page " + pages.listAt() + " is not a list"));
        } else if (total.get() == 0) {
            findings.progress("latest statuses are not compared: nothing is listed");
        } else {
            judged(pages.rows(list.get()));
        }
    }

    private void judged(Map<Long, StatusesShown> rows) {
        List<Long> chosen = chosen(rows);
        StatusLook look = new StatusLook(rows, pages.pages(chosen));
        if (chosen.isEmpty()) {
            findings.add(untold(
                    "no row of the list shows a status at " + plan.inRow().selector()));
        } else if (look.isBlank()) {
            findings.add(untold("none of " + look.pages().size() + " pages shows anything at "
                    + plan.onPage().selector()));
        } else {
            findings.add(judged(look));
        }
    }

    private Finding judged(StatusLook look) {
        List<Long> differing = look.differing();
        List<Long> lasting = differing.isEmpty() ? differing : look.lasting(again(differing));
        int alike = look.alike().size();
        if (!lasting.isEmpty()) {
            return disagreement(look, lasting);
        }
        return alike == 0
                ? untold("each of the " + look.pages().size() + " applications changed meanwhile, or its page tells"
                        + " something else than a status at " + plan.onPage().selector())
                : Finding.met("list and page tell the same latest status of " + alike + " applications at " + host
                        + (differing.isEmpty() ? "" : "; " + differing.size() + " changed meanwhile"));
    }

    private StatusLook again(List<Long> differing) {
        Map<Long, StatusesShown> own = pages.pages(differing);
        return new StatusLook(pages.list().map(pages::rows).orElse(Map.of()), own);
    }

    private Finding disagreement(StatusLook look, List<Long> lasting) {
        long first = lasting.get(0);
        return Finding.unmet("the list and the page of application " + first + " at " + host
                        + " disagree on its latest status")
                .expected(WANTED)
                .butWas(lasting.stream()
                        .map(id -> "application " + id + ": "
                                + look.rows().get(id).told() + " in the list, "
                                + look.pages().get(id).told() + " on its page, in two looks")
                        .collect(Collectors.joining("\n")))
                .lookAt(pages.listAt().toString())
                .lookAt(pages.pageOf(first).toString())
                .lookAt(KEY)
                .toDo(
                        "see in the application's history which update came last, then whether the page that does not show it"
                                + " is cached, reads another database, or sorts otherwise; until then tell the organisations which"
                                + " of the two to trust");
    }

    /** Of each status one first, then from the top of the list. */
    private List<Long> chosen(Map<Long, StatusesShown> rows) {
        List<Long> plain = rows.entrySet().stream()
                .filter(row ->
                        row.getValue().isPlain() && !row.getValue().statuses().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Map<List<String>, Long> firsts = new LinkedHashMap<>();
        plain.forEach(id -> firsts.putIfAbsent(rows.get(id).statuses(), id));
        Set<Long> inOrder = new LinkedHashSet<>(firsts.values());
        inOrder.addAll(plain);
        return inOrder.stream().limit(plan.applications()).toList();
    }

    private static Finding untold(String why) {
        return Finding.unknown("whether list and page agree on an application's latest status is not told")
                .expected(WANTED)
                .because(why)
                .lookAt(KEY)
                .toDo("compare a few applications by hand, and correct the selectors if it is they");
    }
}
