package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Signer;
import cutover.twin.site.store.Db;
import cutover.twin.web.LogSink;
import cutover.twin.web.Tasks;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What views work with.
 *
 * @param connections for work outside the request
 */
record Kit(
        SiteSettings settings,
        Switches faults,
        Pages pages,
        SessionStore sessions,
        Events events,
        Alerts alerts,
        Postbox postbox,
        Tasks tasks,
        LogSink log,
        Signer signer,
        Supplier<Db> connections,
        Clock clock) {

    private static final String SORRY = "Sorry, there was something wrong with that link. If you are trying to see an"
            + " application that you should have access to, please contact clearmyrecord@codeforamerica.org.";

    boolean on(Fault fault) {
        return faults.on(fault);
    }

    Instant now() {
        return clock.instant();
    }

    WebResponse page(Visit visit, String template, Map<String, Object> model) {
        return pages.page(visit, template, model);
    }

    /** The answer to a request for something that the user may not see: a redirect, a message and a mail. */
    WebResponse notAllowed(Visit visit) {
        visit.flash().add("error", SORRY);
        alerts.later(
                visit.id(),
                "A user attempted to access an unpermitted URL",
                "User: " + visit.signedIn().username() + "\nURL: https://"
                        + visit.request().host() + visit.fullAddress() + "\n");
        return Answers.found(visit.url("/accounts/profile/"));
    }
}
