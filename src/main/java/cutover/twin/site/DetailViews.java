package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.site.page.Dates;
import cutover.twin.site.page.EventBlock;
import cutover.twin.site.page.Section;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Referral;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.StatusUpdate;
import cutover.twin.site.store.Submission;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One application: what it says, what happened to it, the forms to change it. */
final class DetailViews {

    private static final int EVERY = 3;

    private final Kit kit;
    private final Opening opening;

    DetailViews(Kit kit) {
        this.kit = kit;
        this.opening = new Opening(kit);
    }

    List<Route> routes() {
        return List.of(
                Route.get("^application/(\\d+)/$", Access.details(this::detail)),
                Route.get("^application/(\\d+)/history/$", Access.details(this::history)),
                Route.get("^application/(\\d+)/edit$", Access.login(this::edit)),
                Route.get("^application/(\\d+)/transfer/$", Access.details(this::transfer)),
                Route.get("^applications/(\\d+)/(?:update|review)-status/$", Access.details(this::updateStatus)));
    }

    private WebResponse detail(Visit visit) {
        return Found.or(kit, visit, found -> {
            if (kit.on(Fault.BROKEN_DETAIL) && found.submission().id() % EVERY == 0) {
                throw new Raised(
                        "django.contrib.auth.models.RelatedObjectDoesNotExist",
                        "User has no profile.",
                        "intake/models/status_update.py, author_name");
            }
            opening.read(visit, found);
            Map<String, Object> model = common(visit, found);
            model.put(
                    "sections",
                    Section.of(
                            found.submission(),
                            kit.pages().dates().list(found.submission().received())));
            return kit.page(visit, "detail", model);
        });
    }

    private WebResponse history(Visit visit) {
        return Found.or(kit, visit, found -> {
            opening.read(visit, found);
            Map<String, Object> model = common(visit, found);
            model.put(
                    "events",
                    found.referrals().stream()
                            .flatMap(referral -> events(visit, referral).stream())
                            .toList());
            return kit.page(visit, "history", model);
        });
    }

    private List<EventBlock> events(Visit visit, Referral referral) {
        Dates dates = kit.pages().dates();
        return new Referrals(visit.db())
                .history(referral.id()).stream()
                        .map(update -> new EventBlock(
                                referral.organization().name(),
                                update.name(),
                                dates.list(update.updated()),
                                update.author(),
                                update.note()))
                        .toList();
    }

    private WebResponse edit(Visit visit) {
        Found found = Found.of(kit, visit, visit.number(0)).orElseThrow(Missing::new);
        return kit.page(
                visit,
                "edit",
                Map.of(
                        "submission",
                        found.submission(),
                        "address",
                        found.submission().answer("address")));
    }

    private WebResponse transfer(Visit visit) {
        Organization own = Visitors.profile(visit.signedIn());
        return own.transfers()
                ? Found.or(kit, visit, found -> kit.page(visit, "transfer", Map.of("submission", found.submission())))
                : kit.notAllowed(visit);
    }

    private WebResponse updateStatus(Visit visit) {
        return visit.signedIn().staff()
                ? kit.notAllowed(visit)
                : Found.or(
                        kit,
                        visit,
                        found -> kit.page(visit, "update_status", Map.of("submission", found.submission())));
    }

    private Map<String, Object> common(Visit visit, Found found) {
        User user = visit.signedIn();
        Submission submission = found.submission();
        Optional<Organization> own = user.organization();
        List<String> statuses = found.referrals().stream()
                .map(referral -> status(visit, referral))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("submission", submission);
        model.put("statuses", statuses);
        model.put("org_user", !user.staff());
        model.put("pdf", user.staff() || own.filter(Organization::fillable).isPresent());
        return model;
    }

    /** Longer than on the lists: with who gave it, or where the application went. */
    private String status(Visit visit, Referral referral) {
        Optional<StatusUpdate> latest = kit.on(Fault.STATUS_DIFFERS)
                ? new Referrals(visit.db())
                        .history(referral.id()).stream().skip(1).findFirst()
                : referral.latest();
        if (latest.isEmpty()) {
            return referral.transferredIn() ? "Transferred from another organization" : "New";
        }
        return latest.get().name()
                + (referral.transferredOut()
                        ? " to another organization by " + latest.get().author()
                        : " (logged by " + latest.get().author() + ")");
    }
}
