package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.environment.Statuses;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Visit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where statuses are read: a list, and applications' own pages. What can't be read is told. */
final class StatusPages {

    private final Site site;
    private final Visit visit;
    private final Statuses plan;
    private final Application.Listing listing;
    private final Answers answers;

    /** @param visit of somebody whose reading changes nothing */
    StatusPages(Workbench bench, Visit visit, Statuses plan, Application.Listing listing) {
        this.site = bench.site();
        this.visit = visit;
        this.plan = plan;
        this.listing = listing;
        this.answers = new Answers(bench.findings());
    }

    /** First page of the list; empty, with a finding added, when it can't be read. */
    Optional<Answered> list() {
        return read(listAt(), "the list whose statuses are compared at " + site.host());
    }

    /** How many applications the list has; empty when it is not a list. */
    Optional<Long> total(Answered list) {
        return ListPage.of(list, listing).map(ListPage::total);
    }

    /** What its rows say, by the application's id. */
    Map<Long, StatusesShown> rows(Answered list) {
        return StatusesShown.inRows(list.text(), listing, plan.inRow());
    }

    /** What these applications' own pages say; one that can't be read is missing, with a finding added. */
    Map<Long, StatusesShown> pages(List<Long> ids) {
        Map<Long, StatusesShown> pages = new LinkedHashMap<>();
        for (long id : ids) {
            read(pageOf(id), "the page of application " + id + " at " + site.host())
                    .ifPresent(answer -> pages.put(id, StatusesShown.onPage(answer.text(), plan.onPage())));
        }
        return pages;
    }

    URI listAt() {
        return site.at(listing.path());
    }

    URI pageOf(long id) {
        return site.at(plan.pathOf(id));
    }

    private Optional<Answered> read(URI uri, String what) {
        return answers.answered(visit.get(uri), what, 200).filter(answer -> answers.fresh(answer, what));
    }
}
