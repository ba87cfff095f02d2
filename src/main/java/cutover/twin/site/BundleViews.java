package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.site.pdf.CaseForm;
import cutover.twin.site.pdf.Printout;
import cutover.twin.site.store.Folder;
import cutover.twin.site.store.Media;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.Submission;
import cutover.twin.site.store.Submissions;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many applications at once: the page for printing what is unread, and bundles. */
final class BundleViews {

    private static final String PDF = "application/pdf";

    private final Kit kit;
    private final Opening opening;
    private final CaseForm form = new CaseForm();
    private final Printout printout = new Printout();

    BundleViews(Kit kit) {
        this.kit = kit;
        this.opening = new Opening(kit);
    }

    List<Route> routes() {
        return List.of(
                Route.get("^applications/unread/pdf/$", Access.details(this::unread)),
                Route.get("^applications/unread/pdf/prebuilt$", Access.details(this::prebuilt)),
                Route.get("^applications/unread/pdf/printout$", Access.details(this::printed)),
                Route.get("^applications/bundle/$", Access.details(visit -> ofIds(visit, "/"))),
                Route.get("^applications/pdfs/$", Access.details(visit -> ofIds(visit, "/pdf/"))),
                Route.get(
                        "^applications/bundle/(\\d+)/$",
                        Access.details(visit -> bundle(visit, people -> bundlePage(visit, visit.number(0), people)))),
                Route.get(
                        "^applications/bundle/(\\d+)/pdf/$",
                        Access.details(visit -> bundle(visit, people -> pdf(form.filled(people))))),
                Route.get(
                        "^applications/bundle/(\\d+)/printout/$",
                        Access.details(visit -> bundle(visit, people -> pdf(printout.of(people))))));
    }

    private WebResponse unread(Visit visit) {
        List<Found> found = Found.all(kit, visit);
        if (found.isEmpty()) {
            return kit.notAllowed(visit);
        }
        Organization own = Visitors.profile(visit.signedIn());
        opening.read(visit, found);
        String ids = visit.query().get("ids").orElse("");
        String document = own.fillable() ? "prebuilt" : "printout";
        return kit.page(
                visit,
                "print_all",
                Map.of(
                        "count",
                        found.size() + " applications to the " + own.name(),
                        "document",
                        visit.url("/applications/unread/pdf/" + document + "?ids=" + ids)));
    }

    private WebResponse prebuilt(Visit visit) {
        broken();
        List<Found> found = Found.all(kit, visit);
        if (found.isEmpty()) {
            return kit.notAllowed(visit);
        }
        Organization own = Visitors.profile(visit.signedIn());
        Media media = new Media(visit.db());
        List<Long> ids = found.stream().map(each -> each.submission().id()).toList();
        Optional<byte[]> ready = media.prebuilt(own.id(), ids).flatMap(media::object);
        return pdf(ready.orElseGet(() -> build(visit, own, media)));
    }

    private byte[] build(Visit visit, Organization own, Media media) {
        kit.alerts()
                .later(
                        visit.id(),
                        "Missing Prebuilt PDF Bundle on " + kit.settings().defaultHost(),
                        "Organization: " + own.slug() + "\nURL: " + visit.fullAddress() + "\n");
        List<Long> left = new Referrals(visit.db()).ids(own.id(), Folder.UNREAD);
        if (left.isEmpty()) {
            throw new Raised(
                    "AttributeError",
                    "'NoneType' object has no attribute 'pdf'",
                    "intake/views/prebuilt_pdf_bundle_views.py, get");
        }
        Submissions submissions = new Submissions(visit.db());
        byte[] made = form.filled(
                left.stream().flatMap(id -> submissions.byId(id).stream()).toList());
        media.addPrebuilt(own, left, made, kit.now());
        return made;
    }

    private WebResponse printed(Visit visit) {
        broken();
        List<Found> found = Found.all(kit, visit);
        return found.isEmpty()
                ? kit.notAllowed(visit)
                : pdf(printout.of(found.stream().map(Found::submission).toList()));
    }

    private void broken() {
        if (kit.on(Fault.BUNDLE_BROKEN)) {
            throw new Raised(
                    "ValueError",
                    "The 'pdf' attribute has no file associated with it.",
                    "django/db/models/fields/files.py, _require_file");
        }
    }

    private WebResponse ofIds(Visit visit, String rest) {
        List<Found> found = Found.all(kit, visit);
        if (found.isEmpty()) {
            return kit.notAllowed(visit);
        }
        List<Long> ids = found.stream().map(each -> each.submission().id()).toList();
        long bundle = new Media(visit.db()).bundle(Visitors.profile(visit.signedIn()), ids, kit.now());
        if (rest.equals("/")) {
            opening.read(visit, found);
            return bundlePage(
                    visit, bundle, found.stream().map(Found::submission).toList());
        }
        return Answers.found(visit.url("/applications/bundle/" + bundle + rest));
    }

    private WebResponse bundle(Visit visit, Function<List<Submission>, WebResponse> answer) {
        Organization own = Visitors.profile(visit.signedIn());
        Optional<List<Long>> ids = new Media(visit.db()).bundled(own.id(), visit.number(0));
        if (ids.isEmpty()) {
            return kit.notAllowed(visit);
        }
        List<Found> found = ids.get().stream()
                .flatMap(id -> Found.of(kit, visit, id).stream())
                .toList();
        opening.read(visit, found);
        return answer.apply(found.stream().map(Found::submission).toList());
    }

    private WebResponse bundlePage(Visit visit, long bundle, List<Submission> people) {
        Organization own = Visitors.profile(visit.signedIn());
        String document = own.fillable() ? "/pdf/" : "/printout/";
        return kit.page(
                visit,
                "bundle",
                Map.of(
                        "count", people.size() + " applications to the " + own.name(),
                        "names", people.stream().map(Submission::fullName).collect(Collectors.toList()),
                        "document", visit.url("/applications/bundle/" + bundle + document)));
    }

    private static WebResponse pdf(byte[] content) {
        return Answers.bytes(PDF, content);
    }
}
