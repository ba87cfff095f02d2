package cutover.twin.site.django;

import cutover.twin.web.WebRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text that the framework makes of a failed request, for the mail to the administrators and for its debug page. It
 * shows cookies in clear.
 *
 * @param user how the signed-in user is named
 * @param settings names and values as they are to be shown
 */
public record ErrorReport(
        WebRequest request,
        String origin,
        Params form,
        Map<String, String> cookies,
        String user,
        Raised raised,
        Map<String, String> settings,
        Instant now) {

    private static final DateTimeFormatter SERVER_TIME =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final List<String> APPS = List.of(
            "django.contrib.admin",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "django.contrib.staticfiles",
            "django.contrib.sites",
            "allauth",
            "allauth.account",
            "invitations",
            "compressor",
            "taggit",
            "easyaudit",
            "user_accounts",
            "intake",
            "formation",
            "phone",
            "project");
    private static final List<String> MIDDLEWARE = List.of(
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
            "intake.middleware.GetCleanIpAddressMiddleware",
            "intake.middleware.CountUniqueVisitorsMiddleware",
            "easyaudit.middleware.easyaudit.EasyAuditMiddleware");

    /** Everything from the exception's first line to the last setting. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(raised.shortType()).append(" at ").append(request.path()).append('\n');
        text.append(raised.getMessage()).append("\n\n");
        text.append("Request Method: ").append(request.method()).append('\n');
        text.append("Request URL: ").append(url()).append('\n');
        text.append("Django Version: 1.11.11\n");
        text.append("Python Executable: /var/lang/bin/python3.6\n");
        text.append("Python Version: 3.6.1\n");
        text.append("Python Path: ['/var/task', '/var/runtime', '/var/lang/lib/python36.zip']\n");
        text.append("Server time: ")
                .append(SERVER_TIME.format(now.atOffset(ZoneOffset.UTC)))
                .append('\n');
        text.append("Installed Applications:\n").append(pretty(APPS)).append('\n');
        text.append("Installed Middleware:\n").append(pretty(MIDDLEWARE)).append("\n\n\n");
        text.append(raised.traceback().replace("Traceback (most recent call last):", "Traceback:"))
                .append("\n\n");
        text.append("Exception Type: ")
                .append(raised.shortType())
                .append(" at ")
                .append(request.path())
                .append('\n');
        text.append("Exception Value: ").append(raised.getMessage()).append('\n');
        appendRequest(text);
        appendSettings(text);
        return text.toString();
    }

    private String url() {
        return origin
                + request.stage()
                + Params.quote(request.path())
                + (request.query().isEmpty() ? "" : "?" + request.query());
    }

    private void appendRequest(StringBuilder text) {
        text.append("Request information:\n");
        text.append("USER: ").append(user).append("\n\n");
        section(text, "GET", Params.parse(request.query()).all());
        section(text, "POST", form.all());
        section(text, "FILES", Map.of());
        section(text, "COOKIES", cookies);
        Map<String, String> meta = new TreeMap<>();
        request.headers().forEach(header -> meta.put(metaName(header.getKey()), header.getValue()));
        meta.put("HTTP_HOST", request.host());
        meta.put("PATH_INFO", request.path());
        meta.put("QUERY_STRING", request.query());
        meta.put("REMOTE_ADDR", request.clientIp());
        meta.put("REQUEST_METHOD", request.method());
        meta.put("SCRIPT_NAME", request.stage());
        meta.put("wsgi.url_scheme", request.secure() ? "https" : "http");
        text.append("META:\n");
        meta.forEach((name, value) -> line(text, name, value));
        text.append('\n');
    }

    private void appendSettings(StringBuilder text) {
        text.append("Settings:\nUsing settings module project.settings.prod\n");
        new TreeMap<>(settings)
                .forEach((name, value) ->
                        text.append(name).append(" = ").append(value).append('\n'));
    }

    private static void section(StringBuilder text, String name, Map<String, String> values) {
        if (values.isEmpty()) {
            text.append(name)
                    .append(": No ")
                    .append(name.equals("COOKIES") ? "cookie" : name)
                    .append(" data\n\n");
            return;
        }
        text.append(name).append(":\n");
        new TreeMap<>(values).forEach((key, value) -> line(text, key, value));
        text.append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(" = '").append(value.replace("'", "\\'")).append("'\n");
    }

    private static String metaName(String header) {
        String name = header.toUpperCase(Locale.ROOT).replace('-', '_');
        return name.equals("CONTENT_TYPE") || name.equals("CONTENT_LENGTH") ? name : "HTTP_" + name;
    }

    private static String pretty(List<String> names) {
        return "['" + String.join("',\n '", names) + "']";
    }
}
