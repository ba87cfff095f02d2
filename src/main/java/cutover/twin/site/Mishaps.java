package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.BadRequest;
import cutover.twin.site.django.DebugPages;
import cutover.twin.site.django.ErrorReport;
import cutover.twin.site.django.PlainPages;
import cutover.twin.site.django.Raised;
import cutover.twin.site.store.DatabaseFailure;
import cutover.twin.site.store.User;
import cutover.twin.web.LogSink;
import cutover.twin.web.Outbox;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** What happens when a request goes wrong: a record, a mail, a plain page. */
final class Mishaps {

    private static final int LONGEST_SUBJECT = 989;
    private static final String PREFIX = "[Django] ERROR (EXTERNAL IP): ";

    private final SiteSettings settings;
    private final Switches faults;
    private final LogSink log;
    private final Alerts alerts;
    private final Clock clock;

    Mishaps(SiteSettings settings, Switches faults, LogSink log, Alerts alerts, Clock clock) {
        this.settings = settings;
        this.faults = faults;
        this.log = log;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** A view raised something. */
    WebResponse serverError(Visit visit, RuntimeException failure) throws Outbox.MailFailure {
        if (failure instanceof BadRequest) {
            return badRequest(visit, (BadRequest) failure);
        }
        Raised raised = failure instanceof DatabaseFailure
                ? new Raised(
                        "django.db.utils.OperationalError",
                        failure.getMessage(),
                        "django/db/backends/postgresql/base.py, get_new_connection")
                : Raised.from(failure);
        String message = "Internal Server Error: " + visit.fullPath();
        log.record("ERROR", visit.id(), message + "\n" + raised.traceback());
        ErrorReport report = report(visit, raised);
        alerts.error(subject(message), message + "\n\n" + report.text());
        return faults.on(Fault.DEBUG_ON) ? DebugPages.serverError(report) : PlainPages.serverError();
    }

    /** Somebody asked for a host that is not ours. */
    WebResponse badHost(Visit visit) throws Outbox.MailFailure {
        String host = visit.request().host();
        String message = "Invalid HTTP_HOST header: '" + host + "'. You may need to add '" + nameOf(host)
                + "' to ALLOWED_HOSTS.";
        Raised raised =
                new Raised("django.core.exceptions.DisallowedHost", message, "django/http/request.py, get_host");
        return suspicious(visit, raised);
    }

    private WebResponse badRequest(Visit visit, BadRequest refused) throws Outbox.MailFailure {
        if (refused.raised().isPresent()) {
            return suspicious(visit, refused.raised().get());
        }
        log.record("WARNING", visit.id(), "Bad request (" + refused.getMessage() + "): " + visit.fullPath());
        return PlainPages.badRequest();
    }

    /** A request that looks like an attack: reported, and answered with as little as possible. */
    private WebResponse suspicious(Visit visit, Raised raised) throws Outbox.MailFailure {
        String message = raised.getMessage();
        log.record("ERROR", visit.id(), message + "\n" + raised.traceback());
        ErrorReport report = report(visit, raised);
        alerts.error(subject(message), message + "\n\n" + report.text());
        return faults.on(Fault.DEBUG_ON)
                ? new WebResponse(
                        400,
                        DebugPages.serverError(report).headers(),
                        DebugPages.serverError(report).body())
                : PlainPages.badRequest();
    }

    static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private ErrorReport report(Visit visit, Raised raised) {
        String scheme = visit.request().secure() ? "https://" : "http://";
        String origin = faults.on(Fault.MAIL_NAMES_OLD_HOST)
                ? settings.oldOrigin()
                : scheme + visit.request().host();
        return new ErrorReport(
                visit.request(),
                origin,
                visit.form(),
                visit.cookies(),
                userName(visit),
                raised,
                shown(),
                clock.instant());
    }

    private static String userName(Visit visit) {
        try {
            return visit.user().map(User::username).orElse("AnonymousUser");
        } catch (DatabaseFailure unreachable) {
            return "[unable to retrieve the current user]";
        }
    }

    private Map<String, String> shown() {
        String stars = "'********************'";
        Map<String, String> shown = new TreeMap<>();
        shown.put("ADMINS", "(('Alerts', '" + String.join("'), ('Alerts', '", settings.admins()) + "'))");
        shown.put("ALLOWED_HOSTS", "['" + String.join("', '", settings.allowedHosts()) + "']");
        shown.put(
                "DATABASES",
                "{'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'intake'," + " 'PASSWORD': " + stars
                        + ", 'USER': 'intake'}}");
        shown.put("DEBUG", faults.on(Fault.DEBUG_ON) ? "True" : "False");
        shown.put("DEFAULT_HOST", "'" + settings.defaultHost() + "'");
        shown.put("LANGUAGE_CODE", "'en-us'");
        shown.put("MAILGUN_PRIVATE_API_KEY", stars);
        shown.put("ROOT_URLCONF", "'project.urls'");
        shown.put("SECRET_KEY", stars);
        shown.put("SENDGRID_API_KEY", stars);
        shown.put("SERVER_EMAIL", "'" + settings.serverEmail() + "'");
        shown.put("SESSION_COOKIE_AGE", "1209600");
        shown.put("TIME_ZONE", "'UTC'");
        shown.put("TWILIO_AUTH_TOKEN", stars);
        shown.put("VOICEMAIL_NOTIFICATION_EMAIL", "'" + settings.voicemailTo() + "'");
        return shown;
    }

    private static String subject(String message) {
        String line = (PREFIX + message).replace("\n", "\\n").replace("\r", "\\r");
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
    }
}
