package cutover.twin.fault;

import java.util.List;

/**
 * One named thing that can be broken in the twin. The rows name the failure modes of which it is an example; a row
 * without an id is a way in which one of the steps' own promises could be broken.
 */
public enum Fault {
    // the application
    HOST_NOT_ALLOWED("APP-01", "the application does not know its own host name: 400 on every address"),
    ANY_HOST_ALLOWED("APP-02", "a forged Host header is served"),
    DEBUG_ON(
            "APP-13",
            "debug mode: the 500 page shows traceback and settings, no mail is sent, the 404 page lists URLs"),
    DATABASE_DOWN("APP-15 DB-07", "the database can't be reached, the health page stays green"),
    BROKEN_DETAIL("APP-22", "some applications can't be opened: every third detail page is a 500"),
    ROBOTS_BLOCK("APP-25", "robots.txt forbids the public pages"),
    NOINDEX("APP-25", "every page carries X-Robots-Tag: noindex"),
    LINK_TO_STAGING("APP-26", "a link to the staging host is left in the pages"),
    LINK_TO_OLD_HOST("APP-27", "links to the old host are left in the pages"),
    ASSET_FROM_OLD_HOST("APP-27", "a script is still loaded from the old host"),
    WRONG_TIME_ZONE("APP-31", "dates are shown in UTC, not in the application's zone"),
    WRONG_LANGUAGE("APP-32", "pages are served in another language"),
    COOKIES_NOT_SECURE("SES-04", "session and CSRF cookies lack Secure and HttpOnly"),
    CSRF_REFUSED("SES-05", "the host seen by the application differs from the browser's: every form post is 403"),
    LIST_OPEN_TO_ALL("SES-07", "the applications list is shown without sign-in"),
    OTHER_ORGANISATIONS_SHOWN("SES-08", "an organisation's user sees the applications of all organisations"),
    ERROR_PAGE_OPEN_TO_ALL("SES-10", "the error trigger answers 500 without sign-in"),
    SESSION_TOO_SHORT("SES-14", "the session cookie of a remembered sign-in lives an hour"),
    WRONG_PASSWORD_ACCEPTED("", "any password is accepted"),
    ADMIN_OPEN_TO_ALL("", "the admin index is shown without sign-in"),
    PDF_FIELDS_EMPTY("PDF-08", "the PDF is valid but its fields are empty"),
    PDF_WRONG_PERSON("PDF-09", "the PDF is somebody else's"),
    PDF_OBJECT_MISSING("PDF-11 OBJ-01", "some stored PDFs are missing: 500 on those"),
    PDF_IS_LOGIN_PAGE("", "the PDF address shows the sign-in page with status 200"),
    PDF_TOOL_FAILS("PDF-07", "the PDF tool fails on a notice of its JVM: 500 on every PDF"),
    BUNDLE_BROKEN("PDF-13", "the printed bundle inside the page is a 500"),
    MANIFEST_MISSING("STA-02", "the offline manifest of the assets is missing: 500 on every page with a style sheet"),
    SCRIPT_ERROR("STA-11", "a stale script fails: the browser's console shows an error"),
    MIXED_CONTENT("TLS-09", "a page embeds an image over plain http"),
    PAGE_WRITES("", "a page sends a POST when it is opened"),
    READING_CHANGES("", "opening an application as staff marks another one as read"),
    LINK_BROKEN("", "a navigation link leads to a 404"),
    WRONG_BUILD("JOB-04", "another build than the expected one is deployed"),
    LIST_EMPTY("DB-01", "the list is empty: another database is connected"),
    NEWEST_ROW_MISSING("DB-10", "the newest application is missing from the list"),
    COUNT_WRONG("", "the count on the tab is not the number of rows"),
    PAGING_BROKEN("", "the second page shows the rows of the first"),

    // the front ends
    GATEWAY_FORBIDDEN("APP-04", "the gateway has no mapping: 403 Forbidden on every address"),
    GATEWAY_WANTS_TOKEN("APP-05", "the gateway asks for a token: 403 on every address"),
    BODIES_BASE64("APP-06", "pages arrive as base64 text"),
    POSTS_BASE64("APP-07", "posted forms reach the application as base64 text"),
    FUNCTION_CRASHES("APP-08", "the function can't be imported: 502 on every address"),
    SLOW_PAGES("APP-10 DB-13", "pages that read much take seconds"),
    FOREIGN_HEALTH("APP-16", "another service answers the health address with 200"),
    STALE_CACHE("APP-17", "a cache in front serves pages of one user to the next"),
    PARKING_PAGE("DNS-16", "a parking page answers every address with 200"),
    DEFAULT_CERTIFICATE("", "the platform's default certificate is served, the name is not set up yet"),
    CONNECTION_REFUSED("", "nothing listens at the site's address"),
    COOKIES_COLLAPSED("SES-02", "several Set-Cookie headers collapse into one"),
    PDF_BASE64("PDF-01", "PDFs arrive as base64 text"),
    PDF_THROUGH_UTF8("PDF-02", "PDFs are pushed through UTF-8"),
    PDF_BASE64_FOR_BROWSERS("PDF-03", "PDFs arrive as base64 text when the Accept header is a browser's"),
    PDF_NOT_DECODED("PDF-04", "binary support is off: JSON 500 on PDFs"),
    PDF_DAMAGED_BY_GZIP("PDF-05", "PDFs are damaged when compression is accepted"),
    PDF_TRUNCATED("PDF-10", "PDFs end in the middle"),
    PDF_WRONG_TYPE("PDF-14", "PDFs are served as text/html"),

    // static assets
    STYLES_FORBIDDEN("STA-01", "the asset store refuses the style sheets"),
    STYLE_GONE("STA-04", "a page names a style sheet that no longer exists"),
    FONT_MISSING("STA-05", "a font named in the style sheet is missing"),
    STYLES_WRONG_TYPE("STA-07", "style sheets are served as binary data"),
    ADMIN_STYLES_MISSING("STA-08", "the admin's style sheets were not collected"),
    STORE_LISTABLE("STA-10", "the asset store lists its content to everybody"),
    ASSETS_SIGNED("STA-03", "asset addresses are signed and stop working after an hour"),

    // mail
    NO_ALERT_RECIPIENTS("MAIL-01", "no recipients of error mail are configured"),
    SENDER_REFUSED("MAIL-02", "the mail service refuses the sender of error mail"),
    MAIL_KEY_WRONG("MAIL-03", "the mail service refuses the application's key, silently"),
    MAIL_KEY_MISSING("MAIL-04 APP-14", "sending error mail fails itself: raw JSON 500 instead of the page"),
    EGRESS_BLOCKED("MAIL-05", "the application can't reach the internet: the error page ends in the gateway's 504"),
    MAIL_LATE("MAIL-11", "error mail arrives after the deadline"),
    MAIL_TWICE("", "error mail is sent twice"),
    MAIL_TO_STRANGER("MAIL-07", "error mail also goes to an address that nobody configured"),
    MAIL_NAMES_OLD_HOST("MAIL-08", "error mail names the old host"),
    ONLY_OLD_MAIL("", "only the error mail of an earlier run is in the mailbox"),
    NOTIFICATIONS_DIVERTED("MAIL-06 CFG-02", "notifications are written to the log, not sent"),
    MAILBOX_REFUSES("", "the mailbox refuses our own sign-in"),

    // logs
    LOG_SILENT("LOG-01", "nothing is written to the log"),
    LOG_DUMPS_SECRETS("LOG-02", "requests with cookies and form bodies are dumped to the log"),
    LOG_IN_OLD_PLACE("LOG-04", "the new site's records appear in the old site's log"),
    LOG_LATE("LOG-07", "log records appear after the deadline"),
    LOG_TWICE("LOG-08", "each record is written twice"),
    ERRORS_NOT_LOGGED("", "access lines are written, error records are not"),
    LOG_API_REFUSES("", "the log API refuses our own credential"),
    LOG_API_THROTTLES("", "the log API answers that we ask too often"),

    // asynchronous work
    TASK_NEVER_RUNS("JOB-06", "the debug task is accepted and never runs"),
    TASK_INSIDE_REQUEST("JOB-07", "the debug task runs inside the invocation that started it"),
    TASK_RUNS_TWICE("JOB-11", "the platform runs the debug task twice"),
    TASK_LATE("", "the debug task runs after the deadline"),
    TASK_API_REFUSES("", "the platform refuses our own credential for starting the task");

    private final List<String> rows;
    private final String sentence;

    Fault(String rows, String sentence) {
        this.rows = rows.isEmpty() ? List.of() : List.of(rows.split(" "));
        this.sentence = sentence;
    }

    /** Ids of the failure modes; empty for a fault that only breaks a step's own promise. */
    public List<String> rows() {
        return rows;
    }

    /** What is broken, as one would say it aloud. */
    public String sentence() {
        return sentence;
    }
}
