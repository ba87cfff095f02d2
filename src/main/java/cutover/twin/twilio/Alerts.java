package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The vendor's debugger. Request and response stand only in a single entry, not in the list. */
final class Alerts implements Resource {

    private static final String URL = "https://monitor.twilio.com/v1/Alerts";

    private final Book book;

    Alerts(Book book) {
        this.book = book;
    }

    @Override
    public WebResponse list(ApiCall call) {
        if (!call.get()) {
            return Resource.notAllowed(call);
        }
        return Filter.refusal(call.query(), "StartDate", "EndDate").orElseGet(() -> found(call));
    }

    private WebResponse found(ApiCall call) {
        Form query = call.query();
        Predicate<Alert> asked = Filter.<Alert>same(
                        query, "LogLevel", alert -> alert.trouble().level())
                .and(Filter.span(
                        query, "StartDate", (alert, named) -> !alert.created().isBefore(named.from())))
                .and(Filter.span(
                        query, "EndDate", (alert, named) -> alert.created().isBefore(named.until())));
        List<Alert> all = book.alerts().newestFirst().stream().filter(asked).toList();
        return Answer.ok(Page.of(all, query, Alert::sid).current(URL, "alerts", this::render));
    }

    @Override
    public WebResponse one(String sid, ApiCall call) {
        return book.alerts()
                .find(sid)
                .map(alert -> call.get() ? Answer.ok(whole(alert)) : Resource.notAllowed(call))
                .orElseGet(() -> Answer.notFound(call.path()));
    }

    private ObjectNode whole(Alert alert) {
        Trouble trouble = alert.trouble();
        return render(alert)
                .put("request_headers", (String) null)
                .put("request_variables", trouble.request().fields().text())
                .put(
                        "response_headers",
                        trouble.response()
                                .map(response -> new Form(response.headers()).text())
                                .orElse(null))
                .put(
                        "response_body",
                        trouble.response()
                                .map(response -> new String(response.body(), UTF_8))
                                .orElse(null));
    }

    private ObjectNode render(Alert alert) {
        Trouble trouble = alert.trouble();
        int code = trouble.mishap().code();
        String created = Times.iso(alert.created());
        return Answer.node()
                .put("sid", alert.sid())
                .put("account_sid", book.account().sid())
                .put("resource_sid", alert.resource())
                .put("service_sid", (String) null)
                .put("error_code", Integer.toString(code))
                .put("log_level", trouble.level())
                .put("alert_text", text(trouble))
                .put("more_info", Answer.dictionary(code))
                .put("request_method", trouble.request().method())
                .put("request_url", trouble.request().url())
                .put("api_version", "2010-04-01")
                .put("date_created", created)
                .put("date_generated", created)
                .put("date_updated", created)
                .put("url", URL + "/" + alert.sid());
    }

    /** A form itself, as the vendor writes it. */
    private static String text(Trouble trouble) {
        boolean document = trouble.mishap() == Mishap.NOT_PARSED || trouble.mishap() == Mishap.SCHEMA;
        List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(
                Map.entry("Msg", trouble.mishap().title()),
                Map.entry("sourceComponent", document ? "14100" : "12000"),
                Map.entry("ErrorCode", Integer.toString(trouble.mishap().code()))));
        if (!document) {
            int status = trouble.response().map(WebResponse::status).orElse(502);
            fields.add(Map.entry("httpResponse", Integer.toString(status)));
        }
        if (!trouble.detail().isEmpty()) {
            fields.add(Map.entry("parserMessage", trouble.detail()));
        }
        fields.add(Map.entry("url", trouble.request().url()));
        String level =
                trouble.level().equals("warning") ? "WARN" : trouble.level().toUpperCase(Locale.ROOT);
        fields.add(Map.entry("LogLevel", level));
        return new Form(fields).text();
    }
}
