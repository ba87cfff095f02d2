package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.pdf.CaseForm;
import cutover.twin.site.store.Audit;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.Folder;
import cutover.twin.site.store.Media;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Referral;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.Submission;
import cutover.twin.site.store.Submissions;
import cutover.twin.site.store.User;
import java.util.List;
import java.util.Map;

/** What reading an application leaves behind: the flag, the audit row, events, and a fresh bundle of what is left. */
final class Opening {

    private static final String READ = "has been marked \"Read\" and moved to the \"Needs Status Update\" folder.";

    private static final String NOTICE = "intake.tasks.celery_request";

    /** As the HTTP library of the application says that nobody took its connection. */
    private static final String UNREACHED = """
            HTTPSConnectionPool(host='api2.frontapp.com', port=443): Max retries exceeded with url: /channels/messages \
            (Caused by ConnectTimeoutError('Connection to api2.frontapp.com timed out. (connect timeout=10)'))""";

    private final Kit kit;

    Opening(Kit kit) {
        this.kit = kit;
    }

    void read(Visit visit, Found found) {
        read(visit, List.of(found));
    }

    /** Reading as a member of the team marks nothing; it only leaves events. */
    void read(Visit visit, List<Found> all) {
        User user = visit.signedIn();
        List<Submission> first = all.stream()
                .filter(found -> opened(visit, user, found))
                .map(Found::submission)
                .toList();
        first.forEach(submission -> visit.flash().add("success", submission.fullName() + "'s application " + READ));
        if (!first.isEmpty()) {
            rebuild(visit, Visitors.profile(user));
        }
        if (user.staff() && kit.on(Fault.READING_CHANGES)) {
            Referrals referrals = new Referrals(visit.db());
            referrals.someUnread().ifPresent(id -> referrals.open(id, kit.now()));
        }
    }

    /** Whether this was the first time for one of the visitor's own organisation. */
    private boolean opened(Visit visit, User user, Found found) {
        long own = Visitors.profile(user).id();
        boolean first = false;
        for (Referral referral : found.referrals()) {
            boolean ours = referral.organization().id() == own;
            if (ours || user.staff()) {
                emit(visit, user, referral);
            }
            if (ours && !user.staff()) {
                first = mark(visit, user, referral) || first;
            }
        }
        notices(visit, user, found.submission());
        return first;
    }

    private boolean mark(Visit visit, User user, Referral referral) {
        boolean first = new Referrals(visit.db()).open(referral.id(), kit.now());
        new Audit(visit.db()).changed("intake.application", referral.id(), user.id(), kit.now());
        return first;
    }

    private void emit(Visit visit, User user, Referral referral) {
        Map<String, String> properties = Map.of(
                "application_id", Long.toString(referral.id()),
                "application_organization_name", referral.organization().name(),
                "user_username", user.username());
        kit.events().emit(visit.id(), referral.submission().uuid(), "app_opened", properties);
        kit.events().emit(visit.id(), user.username(), "user_app_opened", properties);
    }

    /** Bare lines appear when notifications go to the log instead of to people. */
    private void notices(Visit visit, User user, Submission submission) {
        if (kit.on(Fault.ONE_PROVIDER_BLOCKED) || kit.on(Fault.EGRESS_BLOCKED)) {
            kit.tasks().later(NOTICE, visit.id(), id -> kit.log().record("ERROR", id, UNREACHED));
        }
        if (kit.on(Fault.NOTIFICATIONS_DIVERTED)) {
            String text = user.name() + " opened application " + submission.id();
            kit.log().line(visit.id(), "SLACK POST: " + Events.dictionary(Map.of("text", text)));
            kit.log().line(visit.id(), "FRONT POST: " + Events.dictionary(Map.of("body", text, "to", "applicant")));
        }
    }

    private void rebuild(Visit visit, Organization own) {
        if (!own.fillable()) {
            return;
        }
        kit.tasks().later("intake.tasks.remove_application_pdfs", visit.id(), id -> {
            try (Db db = kit.connections().get()) {
                List<Long> left = new Referrals(db).ids(own.id(), Folder.UNREAD);
                if (!left.isEmpty()) {
                    List<Submission> people = left.stream()
                            .flatMap(each -> new Submissions(db).byId(each).stream())
                            .toList();
                    new Media(db).addPrebuilt(own, left, new CaseForm().filled(people), kit.now());
                }
            }
        });
    }
}
