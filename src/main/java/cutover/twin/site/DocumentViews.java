package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.site.pdf.CaseForm;
import cutover.twin.site.pdf.Printout;
import cutover.twin.site.store.Media;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Submission;
import cutover.twin.site.store.Submissions;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Optional;

/** The documents of one application. */
final class DocumentViews {

    private static final String PDF = "application/pdf";

    private final Kit kit;
    private final Opening opening;
    private final CaseForm form = new CaseForm();
    private final Printout printout = new Printout();

    DocumentViews(Kit kit) {
        this.kit = kit;
        this.opening = new Opening(kit);
    }

    List<Route> routes() {
        return List.of(
                Route.get("^application/(\\d+)/pdf/$", Access.details(this::filled)),
                Route.get("^application/(\\d+)/printout/$", Access.details(this::printed)));
    }

    private WebResponse filled(Visit visit) {
        if (kit.on(Fault.PDF_IS_LOGIN_PAGE)) {
            return AccountViews.form(kit, visit, "", "");
        }
        Found found = Found.of(kit, visit, visit.number(0))
                .orElseThrow(() -> new Raised(
                        "AttributeError",
                        "'FilledPDF' object has no attribute 'not_allowed'",
                        "intake/views/application_detail_views.py, get"));
        User user = visit.signedIn();
        boolean fillable = user.staff()
                || user.organization().filter(Organization::fillable).isPresent();
        if (!fillable) {
            throw new Raised(
                    "AttributeError",
                    "'NoneType' object has no attribute 'fill_for_submission'",
                    "intake/services/pdf_service.py, fill_pdf_for_application");
        }
        toolWorks();
        byte[] content = content(visit, found.submission());
        opening.read(visit, found);
        return Answers.bytes(PDF, content);
    }

    private void toolWorks() {
        if (kit.on(Fault.PDF_TOOL_FAILS)) {
            throw new Raised(
                    "intake.pdfparser.PDFParserError",
                    "Picked up JAVA_TOOL_OPTIONS: -Xmx300m -Xss512k -Dfile.encoding=UTF-8",
                    "intake/pdfparser.py, run_command");
        }
    }

    private byte[] content(Visit visit, Submission submission) {
        if (kit.on(Fault.PDF_FIELDS_EMPTY)) {
            return form.empty();
        }
        if (kit.on(Fault.PDF_WRONG_PERSON)) {
            return form.filled(List.of(somebodyElse(visit, submission)));
        }
        Media media = new Media(visit.db());
        Optional<String> key = media.filled(submission.id());
        if (key.isEmpty()) {
            byte[] made = form.filled(List.of(submission));
            media.addFilled(submission.id(), made, kit.now());
            return made;
        }
        return stored(media, submission, key.get());
    }

    private byte[] stored(Media media, Submission submission, String key) {
        if (kit.on(Fault.OLD_APP_WITHOUT_BUCKET)) {
            throw new Raised(
                    "FileNotFoundError",
                    "[Errno 2] No such file or directory: '/app/media/" + key + "'",
                    "django/core/files/storage.py, _open");
        }
        if (kit.on(Fault.OLD_APP_LOST_STORE)) {
            throw new Raised(
                    "botocore.exceptions.ClientError",
                    "An error occurred (403) when calling the HeadObject operation: Forbidden",
                    "botocore/client.py, _make_api_call");
        }
        boolean lost = kit.on(Fault.PDF_OBJECT_MISSING) && submission.id() % 2 == 0;
        return (lost ? Optional.<byte[]>empty() : media.object(key))
                .orElseThrow(() -> new Raised(
                        "botocore.exceptions.ClientError",
                        "An error occurred (404) when calling the HeadObject operation: Not Found",
                        "botocore/client.py, _make_api_call"));
    }

    private static Submission somebodyElse(Visit visit, Submission submission) {
        Submissions submissions = new Submissions(visit.db());
        return submissions
                .byId(submission.id() + 1)
                .or(() -> submissions.byId(submission.id() - 1))
                .orElse(submission);
    }

    private WebResponse printed(Visit visit) {
        return Found.or(kit, visit, found -> {
            Submission person = found.submission();
            opening.read(visit, found);
            String name = person.lastName() + "-" + person.firstName() + "-" + person.id() + "-CaseDetails.pdf";
            return Answers.bytes(PDF, printout.of(List.of(person)))
                    .with("Content-Disposition", "filename=\"" + name + "\"");
        });
    }
}
