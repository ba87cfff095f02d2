package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import cutover.twin.internet.Internet;
import cutover.twin.web.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings what the customer's addresses answer: signs, follows redirects, and names failures as the vendor does. */
final class Courier {

    /** The vendor waits fifteen seconds for an answer, its page on error 11205 says. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> BECOMES_GET = Set.of(301, 302, 303);
    private static final Set<Integer> STAYS = Set.of(307, 308);

    private final Internet internet;
    private final String token;
    private final BooleanSupplier distrusts;

    /** @param distrusts whether the vendor finds no path from a webhook's certificate to a root */
    Courier(Internet internet, String token, BooleanSupplier distrusts) {
        this.internet = internet;
        this.token = token;
        this.distrusts = distrusts;
    }

    /** Calls a webhook: a POST carries the fields in its body, a GET in its query. */
    Fetched call(Hook hook, Form fields) {
        if (!hook.callable()) {
            return new Fetched.Failed(
                    Trouble.of(Mishap.INVALID_URL, new Trouble.Sent(hook.method(), hook.url(), fields)));
        }
        if (hook.url().startsWith("https:") && distrusts.getAsBoolean()) {
            return new Fetched.Failed(
                    Trouble.of(Mishap.CERTIFICATE_PATH, new Trouble.Sent(hook.method(), hook.url(), fields)));
        }
        return hook.method().equals("GET")
                ? followed("GET", queried(hook.url(), fields), fields, MOST_REDIRECTS)
                : followed("POST", hook.url(), fields, MOST_REDIRECTS);
    }

    /** Fetches a file that is to be played. */
    Fetched file(String url) {
        Form none = new Form(List.of());
        return Hook.post(url).callable()
                ? followed("GET", url, none, MOST_REDIRECTS)
                : new Fetched.Failed(Trouble.of(Mishap.INVALID_URL, new Trouble.Sent("GET", url, none)));
    }

    private Fetched followed(String method, String url, Form fields, int redirects) {
        Trouble.Sent sent = new Trouble.Sent(method, url, fields);
        return internet.fetch(asked(sent))
                .fold(
                        answer -> judged(sent, answer.response(), redirects),
                        nothing -> new Fetched.Failed(Trouble.of(mishap(nothing.reason()), sent)));
    }

    private Fetched judged(Trouble.Sent sent, WebResponse response, int redirects) {
        String location = Fetched.header(response, "Location");
        boolean get = BECOMES_GET.contains(response.status());
        if ((get || STAYS.contains(response.status())) && !location.isEmpty()) {
            return redirects == 0
                    ? new Fetched.Failed(Trouble.of(Mishap.REDIRECTS, sent).with(response))
                    : redirected(sent, response, get ? "GET" : sent.method(), location, redirects - 1);
        }
        return response.status() / 100 == 2
                ? new Fetched.Arrived(sent, response)
                : new Fetched.Failed(Trouble.of(Mishap.RETRIEVAL, sent).with(response));
    }

    private Fetched redirected(
            Trouble.Sent sent, WebResponse response, String method, String location, int redirectsLeft) {
        String next = Addresses.resolved(sent.url(), location);
        return Hook.post(next).callable()
                ? followed(method, next, sent.fields(), redirectsLeft)
                : new Fetched.Failed(Trouble.of(Mishap.RETRIEVAL, sent).with(response));
    }

    private Asked asked(Trouble.Sent sent) {
        boolean post = sent.method().equals("POST");
        List<Map.Entry<String, String>> headers = new ArrayList<>(List.of(
                Map.entry("User-Agent", "TwilioProxy/1.1"),
                Map.entry("Accept", "*/*"),
                Map.entry(
                        "X-Twilio-Signature",
                        Signature.of(token, sent.url(), post ? sent.fields().fields() : List.of()))));
        if (post) {
            headers.add(Map.entry("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"));
        }
        byte[] body = post ? sent.fields().text().getBytes(UTF_8) : new byte[0];
        return new Asked(sent.method(), URI.create(sent.url()), headers, body, PATIENCE);
    }

    private static String queried(String url, Form fields) {
        return url + (url.contains("?") ? "&" : "?") + fields.text();
    }

    private static Mishap mishap(Came.Reason reason) {
        return switch (reason) {
            case UNKNOWN_HOST -> Mishap.HOST_NAME;
            case NO_CONNECTION, TIMEOUT -> Mishap.CONNECTION;
            case TLS_HANDSHAKE -> Mishap.HANDSHAKE;
            case CERTIFICATE_NAME -> Mishap.CERTIFICATE_NAME;
            case CERTIFICATE_EXPIRED -> Mishap.CERTIFICATE_EXPIRED;
            case CERTIFICATE_PATH -> Mishap.CERTIFICATE_PATH;
        };
    }
}
