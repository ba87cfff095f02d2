package cutover.twin.site;

import cutover.twin.site.django.Raised;
import cutover.twin.site.django.Tokens;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.User;
import java.time.Clock;
import java.util.Map;

/** Counts browsers: a row for each that comes without a session, an event for each page that it gets. */
final class Visitors {

    private final Events events;
    private final Tokens tokens;
    private final Clock clock;

    Visitors(Events events, Tokens tokens, Clock clock) {
        this.events = events;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Makes sure that the session names a visitor. Returns the visitor's analytics id. */
    String arrive(Visit visit) {
        var rows = new cutover.twin.site.store.Visitors(visit.db());
        var known = visit.session().number("visitor_id");
        if (known.isPresent()) {
            return rows.uuid(known.get())
                    .orElseThrow(() -> new Raised(
                            "intake.models.visitor.DoesNotExist",
                            "Visitor matching query does not exist.",
                            "intake/middleware.py, process_request"));
        }
        String uuid = tokens.hex();
        String source = visit.query().get("source").orElse("");
        String referrer = visit.request().header("Referer").orElse("");
        long id = rows.add(
                uuid,
                clock.instant(),
                source,
                referrer,
                visit.request().clientIp(),
                visit.request().header("User-Agent").orElse(""));
        visit.session().put("visitor_id", id);
        events.emit(
                visit.id(),
                uuid,
                "site_entered",
                Map.of("source", source, "referrer", referrer, "url", visit.fullAddress()));
        return uuid;
    }

    /** A page was served. */
    void viewed(Visit visit, String uuid) {
        if (visit.user().isEmpty()) {
            events.emit(visit.id(), uuid, "page_viewed", Map.of("url", visit.fullAddress()));
            return;
        }
        events.emit(
                visit.id(),
                visit.signedIn().username(),
                "user_page_viewed",
                Map.of(
                        "url", visit.fullAddress(),
                        "user_username", visit.signedIn().username(),
                        "user_organization_name", profile(visit.signedIn()).name()));
    }

    /** The user's organisation; an account without a profile ends in a 500 here. */
    static Organization profile(User user) {
        return user.organization()
                .orElseThrow(() -> new Raised(
                        "django.contrib.auth.models.RelatedObjectDoesNotExist",
                        "User has no profile.",
                        "django/db/models/fields/related_descriptors.py, __get__"));
    }
}
