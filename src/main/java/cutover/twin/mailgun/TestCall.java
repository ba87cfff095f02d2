package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.internet.Came;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The button that sends a sample to a webhook. The sample tells of a message of 2013, and of a recipient and a sender
 * that nobody chose; only its signature is of today. Unlike a real bounce it is a form with a file in it, and the file
 * is not text.
 */
final class TestCall {

    private static final String RECIPIENT = "alice@example.com";
    private static final String ID = "20130503182626.18666.16540";
    private static final String DATE = "Fri, 03 May 2013 18:26:27 +0000";
    private static final String SID = "WyIwNzI5MCIsICJhbGljZUBleGFtcGxlLmNvbSIsICI2Il0=";
    private static final Map<String, String> VARIABLES =
            Map.of("my_var_1", "Mailgun Variable #1", "my-var-2", "awesome");
    private static final String ERROR = "5.1.1 The email account that you tried to reach does not exist. Please try\n"
            + "5.1.1 double-checking the recipient's email address for typos or\n"
            + "5.1.1 unnecessary spaces. Learn more at\n"
            + "5.1.1 http://support.example.com/mail/bin/answer.py";

    private final Caller caller;
    private final Seal seal;
    private final Chronicle chronicle;
    private final Faults faults;

    TestCall(Caller caller, Seal seal, Chronicle chronicle, Faults faults) {
        this.caller = caller;
        this.seal = seal;
        this.chronicle = chronicle;
        this.faults = faults;
    }

    /**
     * Calls once and tells what the webhook answered: its status in {@code code}, or 0 when none came. Only the sample
     * of a bounce is known.
     */
    WebResponse place(Domain domain, Call call) {
        if (!call.name(1).equals(WebhookUrls.PERMANENT_FAIL)) {
            return Answers.message(400, "no sample for webhook: " + call.name(1));
        }
        Came came = caller.once(Caller.checked(call.form().need("url")), payload(domain.name()));
        return came.fold(
                answer -> told(
                        answer.response().status(), new String(answer.response().body(), StandardCharsets.UTF_8)),
                nothing -> told(0, nothing.reason() + ": " + nothing.detail()));
    }

    private Payload payload(String domain) {
        Seal.Signed signed = seal.now();
        return faults.on(Side.NEW, Fault.MAILGUN_SENDS_JSON)
                ? Payloads.json(signed, eventData(domain))
                : Payloads.multipart(fields(domain, signed), "attachment-1", "message.mime", file(domain));
    }

    private static List<Map.Entry<String, String>> fields(String domain, Seal.Signed signed) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("Message-Id", "<" + ID + "@" + domain + ">"));
        fields.add(Map.entry("X-Mailgun-Sid", SID));
        fields.add(Map.entry("attachment-count", "1"));
        fields.add(Map.entry("body-plain", ""));
        fields.add(Map.entry("code", "550"));
        fields.add(Map.entry("domain", domain));
        fields.add(Map.entry("error", ERROR));
        fields.add(Map.entry("event", "bounced"));
        fields.add(Map.entry(
                "message-headers",
                Payloads.headers(sample(domain, "Test bounces webhook")).toString()));
        fields.addAll(VARIABLES.entrySet());
        fields.add(Map.entry("recipient", RECIPIENT));
        fields.addAll(Payloads.fields(signed));
        return fields;
    }

    private ObjectNode eventData(String domain) {
        return chronicle.failure(
                new Mailing(sample(domain, "Test permanent_fail webhook"), List.of(), VARIABLES, false),
                RECIPIENT,
                Failure.suppressed());
    }

    private static Letter sample(String domain, String subject) {
        return new Letter(
                List.of(
                        Map.entry("Received", "by luna.mailgun.net with SMTP mgrt 8734663311733; " + DATE),
                        Map.entry("Mime-Version", "1.0"),
                        Map.entry("Subject", subject),
                        Map.entry("From", "Bob <bob@" + domain + ">"),
                        Map.entry("To", "Alice <" + RECIPIENT + ">"),
                        Map.entry("Message-Id", "<" + ID + "@" + domain + ">"),
                        Map.entry("X-Mailgun-Sid", SID),
                        Map.entry("Date", DATE),
                        Map.entry("Sender", "bob@" + domain)),
                List.of(RECIPIENT),
                file(domain));
    }

    /** Not UTF-8: whoever takes the body for text on its way damages it. */
    private static byte[] file(String domain) {
        return ("From: Bob <bob@" + domain + ">\r\nSubject: Test bounces webhook\r\n"
                        + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nd\u00e9j\u00e0 vu\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static WebResponse told(int code, String message) {
        return Answers.json(
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
    }
}
