package cutover.twin.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.site.django.PlainPages;
import cutover.twin.site.page.FollowupRow;
import cutover.twin.site.store.Folder;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Referral;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.Submission;
import cutover.twin.site.store.Submissions;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Data for spreadsheets and search boxes, and the pages that few people use. */
final class ExportViews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd-yyyy");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kit kit;

    ExportViews(Kit kit) {
        this.kit = kit;
    }

    List<Route> routes() {
        return List.of(
                Route.get("^applications/csv-download", Access.login(this::csv)),
                Route.post("^applications-autocomplete/$", this::autocomplete),
                Route.post("^followups-autocomplete/$", this::followups),
                Route.get("^clips/$", Access.login(this::clips)),
                Route.get("^email_csv/$", Access.login(this::clips)),
                Route.get("^invitations/send-invite/$", Access.staff(visit -> kit.page(visit, "invite", Map.of()))),
                later("^notes/create/$"),
                later("^tags/add/$"));
    }

    /** Changes that no rehearsal needs yet. */
    private static Route later(String pattern) {
        return Route.post(pattern, visit -> {
            throw new Missing();
        });
    }

    private WebResponse csv(Visit visit) {
        Organization own = Visitors.profile(visit.signedIn());
        Optional<Long> whose = visit.signedIn().staff() ? Optional.empty() : Optional.of(own.id());
        StringBuilder text = new StringBuilder("Link,Application Date,Applicant Name,Date of Birth,Status\r\n");
        for (Referral referral : new Referrals(visit.db()).page(whose, Folder.ALL, 0, Integer.MAX_VALUE)) {
            Submission person = referral.submission();
            text.append(kit.settings().defaultHost())
                    .append("/application/")
                    .append(person.id())
                    .append("/,")
                    .append(kit.pages().dates().list(person.received()))
                    .append(",\"")
                    .append(person.fullName())
                    .append("\",")
                    .append(person.birthDateText())
                    .append(',')
                    .append(referral.status())
                    .append("\r\n");
        }
        String name =
                "all_applications_to_" + own.slug() + "_" + DAY.format(kit.now().atOffset(ZoneOffset.UTC)) + ".csv";
        return WebResponse.text(200, "text/csv", text.toString())
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private WebResponse autocomplete(Visit visit) {
        Optional<User> user = visit.user();
        if (user.isEmpty()) {
            return PlainPages.forbidden();
        }
        Optional<Long> whose = user.get().staff()
                ? Optional.empty()
                : Optional.of(Visitors.profile(user.get()).id());
        List<Map<String, Object>> hits = matches(visit, whose).stream()
                .map(person -> Map.<String, Object>of(
                        "id", person.id(),
                        "name", person.fullName(),
                        "url", visit.url("/application/" + person.id() + "/")))
                .toList();
        return WebResponse.text(200, "application/json", json(Map.of("results", hits)));
    }

    private WebResponse followups(Visit visit) {
        if (visit.user().filter(User::staff).isEmpty()) {
            return PlainPages.forbidden();
        }
        List<FollowupRow> rows = new Rows(kit).followups(visit.db(), matches(visit, Optional.empty()));
        return WebResponse.text(
                200,
                "application/json",
                json(Map.of("results", rows.stream().map(FollowupRow::name).toList())));
    }

    private List<Submission> matches(Visit visit, Optional<Long> whose) {
        String query = visit.form().get("q").orElse("");
        if (query.isEmpty()) {
            throw new Missing();
        }
        kit.events().emit(visit.id(), visit.signedIn().username(), "user_app_searched", Map.of("q", query));
        return new Submissions(visit.db()).named(query, whose);
    }

    private WebResponse clips(Visit visit) {
        return visit.signedIn().superuser()
                ? kit.page(visit, "prose", Map.of("title", "Clips", "text", "There are no clips."))
                : PlainPages.forbidden();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values can always be written as JSON", impossible);
        }
    }
}
