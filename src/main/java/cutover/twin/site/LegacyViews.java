package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.site.store.Submissions;
import cutover.twin.web.WebResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Links of the first generation, still found in old mails. */
final class LegacyViews {

    private final Kit kit;

    LegacyViews(Kit kit) {
        this.kit = kit;
    }

    List<Route> routes() {
        return List.of(
                Route.get("^sanfrancisco/$", visit -> moved(visit, "/apply/")),
                Route.get("^sanfrancisco/applications/$", visit -> moved(visit, "/applications/")),
                Route.get(
                        "^sanfrancisco/([0-9a-f]{32})/$",
                        visit -> moved(visit, "/application/" + id(visit, visit.part(0)) + "/pdf/")),
                Route.get("^sanfrancisco/(bundle|pdfs)/$", this::keys));
    }

    private WebResponse keys(Visit visit) {
        String ids = Arrays.stream(visit.query().get("keys").orElse("").split("\\|"))
                .map(key -> Long.toString(id(visit, key)))
                .collect(Collectors.joining(","));
        return moved(visit, "/applications/" + visit.part(0) + "/?ids=" + ids);
    }

    private WebResponse moved(Visit visit, String path) {
        if (kit.on(Fault.LEGACY_LINK_BROKEN)) {
            throw new Missing();
        }
        String host = kit.on(Fault.LEGACY_LINK_TO_OLD_HOST) ? kit.settings().oldOrigin() : "";
        return Answers.moved(host + visit.url(path));
    }

    private static long id(Visit visit, String uuid) {
        return new Submissions(visit.db())
                .byUuid(uuid)
                .orElseThrow(() -> new Raised(
                        "intake.models.form_submission.DoesNotExist",
                        "FormSubmission matching query does not exist.",
                        "intake/views/legacy_redirect_views.py, get"));
    }
}
