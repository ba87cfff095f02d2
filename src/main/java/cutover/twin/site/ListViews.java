package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.page.Paging;
import cutover.twin.site.page.Tab;
import cutover.twin.site.store.Folder;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Referral;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.Submissions;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists of applications: one address, two very different pages. */
final class ListViews {

    private static final String UNCACHED = "no-cache, max-age=0, must-revalidate, no-store";

    private final Kit kit;
    private final Listing listing;
    private final Rows rows;

    ListViews(Kit kit) {
        this.kit = kit;
        this.listing = new Listing(kit);
        this.rows = new Rows(kit);
    }

    List<Route> routes() {
        return List.of(
                Route.get("^applications/$", open(visit -> staff(visit) ? team(visit, false) : unread(visit))),
                Route.get("^applications/all/$", open(visit -> staff(visit) ? team(visit, false) : all(visit))),
                Route.get(
                        "^applications/unread/$",
                        Access.details(visit -> staff(visit) ? toIndex(visit) : unread(visit))),
                Route.get(
                        "^applications/needs_update/$",
                        Access.details(visit -> staff(visit) ? toIndex(visit) : needsUpdate(visit))),
                Route.get(
                        "^applications/county_not_listed/$",
                        Access.details(visit -> staff(visit) ? team(visit, true) : kit.notAllowed(visit))),
                Route.get("^applications-link/(unread|needs_update|all)$", Access.login(this::mailLink)));
    }

    private View open(View view) {
        View guarded = Access.details(view);
        return visit -> kit.on(Fault.LIST_OPEN_TO_ALL) ? view.answer(visit) : guarded.answer(visit);
    }

    private static boolean staff(Visit visit) {
        return visit.user().map(User::followsUp).orElse(true);
    }

    private static WebResponse toIndex(Visit visit) {
        return Answers.found(visit.url("/applications/"));
    }

    private WebResponse mailLink(Visit visit) {
        kit.events().emit(visit.id(), visit.signedIn().username(), "user_email_link_clicked", Map.of());
        return Answers.found(visit.url("/applications/" + visit.part(0) + "/"));
    }

    private WebResponse team(Visit visit, boolean notListed) {
        Submissions submissions = new Submissions(visit.db());
        int all = submissions.count(false);
        int elsewhere = submissions.count(true);
        Paging paging = Paging.of(
                listing.total(notListed ? elsewhere : all),
                visit.query().get("page").orElse("1"));
        List<Tab> tabs = List.of(
                new Tab("All Applications", visit.url("/applications/"), listing.label(all), !notListed),
                new Tab(
                        "County-Not-Listed",
                        visit.url("/applications/county_not_listed/"),
                        listing.label(elsewhere),
                        notListed));
        return kit.page(
                visit,
                "followups",
                Map.of(
                        "tabs",
                        tabs,
                        "paging",
                        paging,
                        "rows",
                        rows.followups(
                                visit.db(),
                                listing.rows(paging, (skip, limit) -> submissions.page(notListed, skip, limit))),
                        "all_tags",
                        rows.tagsJson(visit.db())));
    }

    private WebResponse unread(Visit visit) {
        return folder(visit, Folder.UNREAD, " Unread Applications", "You have read all new applications!")
                .with("Cache-Control", UNCACHED);
    }

    private WebResponse needsUpdate(Visit visit) {
        return folder(
                        visit,
                        Folder.NEEDS_UPDATE,
                        " Applications Need Status Updates",
                        "You have updated all applications!")
                .with("Cache-Control", UNCACHED);
    }

    private WebResponse all(Visit visit) {
        return folder(visit, Folder.ALL, " Applications", "You have no applications.");
    }

    private WebResponse folder(Visit visit, Folder folder, String heading, String nothing) {
        Organization own = Visitors.profile(visit.signedIn());
        Optional<Long> shown = kit.on(Fault.OTHER_ORGANISATIONS_SHOWN) ? Optional.empty() : Optional.of(own.id());
        Referrals referrals = new Referrals(visit.db());
        int total = listing.total(referrals.count(shown, folder));
        Paging paging = Paging.of(total, visit.query().get("page").orElse("1"));
        List<Referral> found = listing.rows(paging, (skip, limit) -> referrals.page(shown, folder, skip, limit));
        String ids = referrals.ids(own.id(), Folder.UNREAD).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return kit.page(
                visit,
                "applications",
                Map.of(
                        "tabs",
                        tabs(visit, referrals, shown, folder),
                        "paging",
                        paging,
                        "heading",
                        total + heading,
                        "nothing",
                        referrals.count(shown, Folder.ALL) == 0 ? "You have no applications." : nothing,
                        "fillable",
                        own.fillable(),
                        "unread_ids",
                        folder == Folder.UNREAD ? ids : "",
                        "path",
                        visit.url(visit.request().path()),
                        "rows",
                        found.stream().map(rows::listed).toList()));
    }

    private List<Tab> tabs(Visit visit, Referrals referrals, Optional<Long> shown, Folder active) {
        return List.of(
                tab(
                        visit,
                        "Unread",
                        "unread",
                        listing.label(referrals.count(shown, Folder.UNREAD)),
                        active == Folder.UNREAD),
                tab(
                        visit,
                        "Needs Status Update",
                        "needs_update",
                        listing.label(referrals.count(shown, Folder.NEEDS_UPDATE)),
                        active == Folder.NEEDS_UPDATE),
                tab(visit, "All", "all", listing.label(referrals.count(shown, Folder.ALL)), active == Folder.ALL));
    }

    private static Tab tab(Visit visit, String label, String name, int count, boolean active) {
        return new Tab(label, visit.url("/applications/" + name + "/"), count, active);
    }
}
