package cutover.twin.site;

import cutover.twin.site.django.Raised;
import cutover.twin.site.store.Submissions;
import cutover.twin.web.WebResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Links of the first generation, still found in old mails. */
final class LegacyViews {

    List<Route> routes() {
        return List.of(
                Route.get("^sanfrancisco/$", visit -> Answers.moved(visit.url("/apply/"))),
                Route.get("^sanfrancisco/applications/$", visit -> Answers.moved(visit.url("/applications/"))),
                Route.get(
                        "^sanfrancisco/([0-9a-f]{32})/$",
                        visit -> Answers.moved(visit.url("/application/" + id(visit, visit.part(0)) + "/pdf/"))),
                Route.get("^sanfrancisco/(bundle|pdfs)/$", this::keys));
    }

    private WebResponse keys(Visit visit) {
        String ids = Arrays.stream(visit.query().get("keys").orElse("").split("\\|"))
                .map(key -> Long.toString(id(visit, key)))
                .collect(Collectors.joining(","));
        return Answers.moved(visit.url("/applications/" + visit.part(0) + "/?ids=" + ids));
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
