package cutover.twin;

import cutover.twin.mail.MailHost;
import cutover.twin.web.Application;
import cutover.twin.web.Outbox;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The least application with which the fronts can be seen at work. */
record SmallSite(Platform platform) implements Application {

    /** Bytes that are not UTF-8, as a real PDF has them. */
    static final byte[] PDF = "%PDF-1.4\n\u00e2\u00e3\u00cf\u00d3\nbody\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @Override
    public WebResponse answer(WebRequest request) {
        return switch (request.path()) {
            case "/health/" -> WebResponse.text(200, "text/html; charset=utf-8", "Everything seems fine");
            case "/echo", "/phone/echo" ->
                WebResponse.text(200, "text/plain", request.stage() + "|" + request.query() + "|" + request.text());
            case "/bytes" -> new WebResponse(200, List.of(), request.body());
            case "/cookies" ->
                page("two cookies").with("Set-Cookie", "csrftoken=a").with("Set-Cookie", "sessionid=b");
            case "/pdf" -> new WebResponse(200, List.of(), PDF).with("Content-Type", "application/pdf");
            case "/mine" ->
                page("<a class=\"logout_link\">" + request.header("Cookie").orElse("nobody") + "</a>");
            case "/task" -> task(request);
            case "/boom" -> boom(request);
            default ->
                request.secure()
                        ? page("a page")
                        : WebResponse.text(301, "text/html", "").with("Location", "https://" + request.host() + "/");
        };
    }

    private static WebResponse page(String body) {
        return WebResponse.text(200, "text/html; charset=utf-8", "<p>" + body + "</p>");
    }

    private WebResponse task(WebRequest request) {
        runDebugTask(request.requestId());
        return page("handed over");
    }

    void runDebugTask(String requestId) {
        platform.tasks()
                .later(
                        "intake.tasks.debug_task",
                        requestId,
                        id -> platform.log().line(id, "Request: 'test'"));
    }

    private WebResponse boom(WebRequest request) {
        platform.log()
                .record(
                        "ERROR",
                        request.requestId(),
                        "Internal Server Error: /boom\nTraceback (most recent call last):\nException: test");
        try {
            platform.outbox()
                    .send(
                            "errors@clearmyrecord.org",
                            List.of(MailHost.ALERTS),
                            "Error: /boom",
                            "run " + request.query());
        } catch (Outbox.MailFailure e) {
            return WebResponse.text(500, "application/json", "{\"message\": \"raw\"}");
        }
        return WebResponse.text(500, "text/html", "<h1>Server Error (500)</h1>");
    }
}
