package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.PlainPages;
import cutover.twin.web.WebResponse;

/** What the telephone vendor is told to do with a call: play the greeting, record, and report the recording. */
record Twiml(Kit kit) {

    private static final String REPORT = "/phone/handle-new-message";

    /** The old platform's own name for the application. */
    private static final String OLD_PLATFORM = "https://cmr-production.herokuapp.com";

    WebResponse answer(Visit visit) {
        String greeting = kit.on(Fault.GREETING_FROM_OLD_HOST)
                ? kit.settings().oldOrigin() + "/static/" + Greeting.NAME
                : kit.pages().asset(Greeting.NAME);
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Play>" + PlainPages.escape(greeting)
                + "</Play>" + (kit.on(Fault.TWIML_WITHOUT_RECORD) ? "<Hangup/>" : record(visit))
                + (kit.on(Fault.TWIML_BROKEN) ? "" : "</Response>");
        String type = kit.on(Fault.TWIML_WRONG_TYPE) ? "application/json" : "text/html; charset=utf-8";
        return WebResponse.text(200, type, text);
    }

    private String record(Visit visit) {
        String method = kit.on(Fault.RECORD_BY_GET) ? "GET" : "POST";
        return "<Record action=\"" + PlainPages.escape(action(visit)) + "\" method=\"" + method + "\" />";
    }

    private String action(Visit visit) {
        if (kit.on(Fault.RECORD_ACTION_ELSEWHERE)) {
            return platform() + REPORT;
        }
        String scheme = kit.on(Fault.RECORD_ACTION_PLAIN_HTTP) ? "http://" : "https://";
        return scheme + visit.request().host() + visit.url(REPORT);
    }

    private String platform() {
        return kit.settings().allowedHosts().stream()
                .filter(host -> host.endsWith(".amazonaws.com"))
                .findFirst()
                .map(host -> "https://" + host.replaceFirst("^\\.", "") + "/production")
                .orElse(OLD_PLATFORM);
    }
}
