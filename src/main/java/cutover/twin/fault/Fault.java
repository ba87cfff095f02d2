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
    TASK_API_REFUSES("", "the platform refuses our own credential for starting the task"),

    // the application's webhooks
    WEBHOOKS_REDIRECTED("MG-07 TW-14", "the webhooks' addresses answer a redirect to the same address with a slash"),
    WEBHOOKS_WANT_CSRF("MG-11", "the webhooks lost their CSRF exemption: 403 on every post"),
    MULTIPART_DAMAGED("MG-06", "posts with a binary part are pushed through UTF-8 on their way in"),
    BOUNCE_KEY_DIFFERS("MG-03", "the application checks bounces with another key than Mailgun's"),
    BOUNCE_KEY_EMPTY("MG-04", "the application's key for bounces is empty"),
    BOUNCE_MAIL_FAILS("MG-10", "the mail about a bounce can't be sent: 500 after a valid signature"),
    BOUNCE_MAIL_LOST("", "a bounce is answered 200 and no mail is sent"),
    BOUNCE_MAIL_TWICE("", "a bounce is mailed twice"),
    BOUNCE_MAIL_GARBLED("", "the mail about a bounce has its text decoded as Latin-1"),
    BOUNCE_SUBJECT_CHANGED("", "the mail about a bounce has another subject"),
    BOUNCE_ACTS_BEFORE_CHECK("", "a bounce is mailed before its signature is looked at, and then refused"),
    BOUNCE_ACCEPTS_NO_SIGNATURE("", "a bounce without signature is accepted"),
    BOUNCE_ACCEPTS_WRONG_KEY("", "a bounce signed with any key is accepted"),
    BOUNCE_ACCEPTS_EMPTY_KEY("", "a bounce signed with the empty key is accepted beside the real key"),
    BOUNCE_ACCEPTS_MISSING_SENDER("MG-08", "a bounce without its sender's address is answered 200 and lost"),
    BOUNCE_ACCEPTS_GET("", "the bounce webhook answers GET with 200"),
    BOUNCE_ACCEPTS_UNSIGNED_JSON("", "a bounce as JSON is accepted without a look at its signature"),
    BOUNCE_ACCEPTS_HUGE_BODY("", "a bounce of several megabytes of form fields is accepted"),
    BOUNCE_ACCEPTS_NON_ASCII("", "a signature that is not ASCII is accepted"),
    VOICEMAIL_MISSING("TW-02", "the voicemail addresses are gone: 404"),
    VOICE_TOKEN_DIFFERS("", "the application checks calls with another token than Twilio's"),
    VOICE_TOKEN_MISSING("TW-07", "the application has no token for calls: 500 on every post"),
    VOICE_SEES_OTHER_HOST("TW-03", "the application sees another host than Twilio called: every call is refused"),
    VOICE_QUERY_REWRITTEN("TW-04", "the query of a call's address reaches the application in another order"),
    VOICE_ACTS_BEFORE_CHECK("", "a recording is mailed before its signature is looked at, and then refused"),
    VOICE_ACCEPTS_NO_SIGNATURE("TW-08", "a call without signature is accepted"),
    VOICE_ACCEPTS_WRONG_KEY("TW-08", "a call signed with any token is accepted"),
    VOICE_ACCEPTS_EMPTY_KEY("", "a call signed with the empty token is accepted beside the real one"),
    VOICE_ACCEPTS_TAMPERED("", "the signature of a call is checked over its address alone"),
    VOICE_ACCEPTS_HTTP("", "a signature over the address with http is accepted"),
    VOICE_ACCEPTS_OTHER_HOST("", "a signature over the host in X-Forwarded-Host, which anybody can send, is accepted"),
    VOICE_ACCEPTS_PORT("", "a signature over the address with its port is accepted"),
    VOICE_ACCEPTS_OTHER_STAGE("", "a signature over the address with another stage prefix is accepted"),
    VOICE_ACCEPTS_SLASH("", "a signature over the address with a slash at its end is accepted"),
    VOICE_ACCEPTS_OTHER_QUERY("", "the signature of a call is checked over its address without the query"),
    VOICE_ACCEPTS_NON_ASCII("", "the signature of a call is checked over its fields without their accents"),
    VOICE_ACCEPTS_GET("", "the voicemail addresses answer GET with 200"),
    VOICE_ACCEPTS_JSON("", "a call as JSON is accepted without a look at its signature"),
    VOICE_ACCEPTS_HUGE_BODY("", "a call with several megabytes of form fields is accepted"),
    RECORD_ACTION_ELSEWHERE("TW-10", "the recording is sent to the gateway's own address"),
    RECORD_ACTION_PLAIN_HTTP("TW-10", "the recording is sent over plain http"),
    TWIML_BROKEN("", "the answer to a call is not well-formed XML"),
    TWIML_WRONG_TYPE("", "the answer to a call has a content type that Twilio does not read"),
    TWIML_WITHOUT_RECORD("", "a caller is greeted and not recorded"),
    RECORD_BY_GET("", "the recording is sent by GET"),
    GREETING_FROM_OLD_HOST("TW-11", "the greeting is still loaded from the old host"),
    GREETING_TOO_SHORT("TW-11", "the greeting ends after half a second"),
    GREETING_GONE("TW-11", "the greeting is not in the asset store: 403"),
    GREETING_NOT_AUDIO("TW-11", "the greeting is an HTML page under an audio type"),
    GREETING_WRONG_TYPE("TW-11", "the greeting has the type text/html"),
    VOICEMAIL_MAIL_LOST("", "a recording is answered 200 and no mail is sent"),
    VOICEMAIL_MAIL_FAILS("", "the mail about a recording can't be sent: 500"),
    VOICEMAIL_MAIL_TWICE("", "a recording is mailed twice"),
    VOICEMAIL_IN_UTC("", "the mail about a recording shows the time in UTC"),
    VOICEMAIL_WITHOUT_LINK("", "the mail about a recording has no link"),
    VOICEMAIL_ELSEWHERE("", "the mail about a recording goes to another address"),
    WEBHOOK_MAIL_TO_STRANGER("", "mail about bounces and recordings also goes to an address that nobody configured"),
    VOICEMAIL_IN_SPAM("", "the mail about a recording is put into the folder for spam"),

    // how the vendors are wired
    MAILGUN_STILL_OLD("MG-01", "the domain's bounce webhook at Mailgun still points at the other host"),
    MAILGUN_WEBHOOK_GONE("MG-01", "the domain has no bounce webhook at Mailgun"),
    MAILGUN_EXTRA_WEBHOOK("MG-01", "the bounce webhook points at both hosts"),
    MAILGUN_ROUTE_STILL_OLD("MG-01", "a route at Mailgun forwards to the other host"),
    MAILGUN_EU_STILL_OLD("MG-01", "the European domain's webhook still points at the other host"),
    MAILGUN_SENDS_JSON("MG-02", "Mailgun sends its webhooks as JSON"),
    MAILGUN_SENDS_NOTHING("", "a message that bounces makes no webhook call"),
    TWILIO_STILL_OLD("TW-01", "the voicemail number still calls the other host"),
    TWILIO_OTHER_NUMBER_STILL_OLD("TW-01", "a second number still calls the other host"),
    TWILIO_FALLBACK_STILL_OLD("TW-01", "the number's fallback still names the other host"),
    TWILIO_STATUS_STILL_OLD("TW-01", "the number's status callback still names the other host"),
    TWILIO_TRAILING_SLASH("TW-05", "the number's address has a slash at its end"),
    TWILIO_METHOD_GET("", "the number calls by GET"),
    TWILIO_PLAIN_HTTP("", "the number calls over plain http"),
    TWILIO_APPLICATION_OVERRIDES("", "a TwiML application of the old host is set on the number and wins over its URL"),
    TWILIO_DISTRUSTS_CHAIN("TW-13", "Twilio finds no path from the site's certificate to a root that it trusts"),
    TWILIO_CALL_BUSY("", "the test call ends busy"),
    TWILIO_CALL_HANGS("", "the test call never ends"),
    TWILIO_ALERTS("", "Twilio's debugger holds an error about the test call, which went through"),

    // the vendors' own trouble
    MAILGUN_REFUSES_KEY("", "Mailgun refuses our own key"),
    MAILGUN_THROTTLES("", "Mailgun answers that we ask too often"),
    MAILGUN_FAILS("", "Mailgun answers 503"),
    MAILGUN_HANGS("", "Mailgun does not answer"),
    MAILGUN_MALFORMED("", "Mailgun answers something that is not JSON"),
    TWILIO_REFUSES_TOKEN("", "Twilio refuses our own token"),
    TWILIO_THROTTLES("", "Twilio answers that we ask too often"),
    TWILIO_FAILS("", "Twilio answers 503"),
    TWILIO_HANGS("", "Twilio does not answer"),
    TWILIO_MALFORMED("", "Twilio answers something that is not JSON"),
    INBOX_REFUSES("", "the mailbox for voicemail refuses our own sign-in"),

    // the front door: what has spread, and for how long it is remembered
    RESOLVER_STILL_OLD("DNS-03", "a resolver still remembers the old name's records from before the switch"),
    RESOLVER_MIXED("DNS-08", "a resolver has the old name's new IPv4 address and its old IPv6 address"),
    RESOLVER_NEGATIVE("DNS-04", "a resolver was asked for the new name before it existed, and remembers that"),
    RESOLVER_FAILS("", "a resolver answers SERVFAIL"),
    RESOLVER_SILENT("", "a resolver does not answer"),
    RESOLVER_REFUSES("", "a resolver refuses our questions"),
    RESOLVER_LIES("", "a resolver tells an address of its operator for names that do not exist"),
    RESOLVER_INVENTS("", "a resolver tells an address for the old name that nobody ever published"),
    RESOLVERS_ALL_SILENT("", "no resolver at all answers us"),
    TTL_NEVER_LOWERED("DNS-03", "the old name's records may still be remembered for a day"),
    TTL_DIFFERS("DNS-03", "one server of the old name's zone still tells its records with a TTL of a day"),
    TTL_LOWERED_TOO_LATE("DNS-03", "the TTL of a day was lowered an hour ago"),
    TTL_STILL_REMEMBERED("DNS-03", "a resolver has the old name's address with the TTL from before it was lowered"),
    NO_EARLIER_RUN("", "no earlier run has seen the old name's TTL"),
    OLD_ADDRESS_STILL_NAMED("DNS-01", "one server of the old name's zone still tells the old host's address"),
    OLD_HOST_STILL_CALLED("", "strangers still call the old application");

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
