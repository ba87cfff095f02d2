package webhooks;

import cutover.environment.Phone;
import cutover.junit.Workbench;
import cutover.probe.http.HttpObservation;
import cutover.provider.twilio.TwilioRequests;
import cutover.provider.twilio.TwilioSignature;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What Twilio would post for a call of this run; the recording's address names the run and has a token of its own. */
final class CallMaker {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private final Workbench bench;
    private final Phone phone;
    private final Posts posts;
    private final String call;

    CallMaker(Workbench bench, Phone phone, Posts posts) {
        this.posts = posts;
        this.bench = bench;
        this.phone = phone;
        this.call = "CA" + bench.freshHex(32);
    }

    Workbench bench() {
        return bench;
    }

    String from() {
        return phone.caller().orElse(phone.voicemail());
    }

    String to() {
        return phone.voicemail();
    }

    Map<String, String> incoming() {
        return TwilioRequests.incomingCall(phone.account(), call, from(), phone.voicemail());
    }

    /** @param token shows in the recording's address, and so in the mail about it */
    Map<String, String> recorded(String token) {
        String sid = "RE" + bench.freshHex(32);
        return new LinkedHashMap<>(TwilioRequests.recorded(
                phone.account(), call, from(), phone.voicemail(), sid, link(sid, token), Duration.ofSeconds(3)));
    }

    /** Signed with the account's token, over the address as it is posted to. */
    HttpObservation signed(URI address, Map<String, String> fields, String name) {
        return posted(address, fields, bench.vendors().callSignature(address.toString(), fields), name);
    }

    /** Signed with the account's token, over something else. */
    HttpObservation signedOver(
            String url, Map<String, String> over, URI address, Map<String, String> fields, String name) {
        return posted(address, fields, bench.vendors().callSignature(url, over), name);
    }

    /** Signed for another host, which a header claims to be the one that was called. */
    HttpObservation forwarded(String host, String url, URI address, Map<String, String> fields, String name) {
        Map<String, String> headers = headers(FORM, bench.vendors().callSignature(url, fields));
        headers.put("X-Forwarded-Host", host);
        return posts.send(address, headers, form(fields), name);
    }

    HttpObservation signedWith(String key, URI address, Map<String, String> fields, String name) {
        return posted(address, fields, TwilioSignature.of(key, address.toString(), fields), name);
    }

    /** @param signature empty for none */
    HttpObservation posted(URI address, Map<String, String> fields, String signature, String name) {
        return posts.send(address, headers(FORM, signature), form(fields), name);
    }

    HttpObservation raw(URI address, Map<String, String> headers, byte[] body, String name) {
        return posts.send(address, headers, body, name);
    }

    static Map<String, String> headers(String contentType, String signature) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        if (!signature.isEmpty()) {
            headers.put(TwilioSignature.HEADER, signature);
        }
        return headers;
    }

    private String link(String sid, String token) {
        return "https://api.twilio.com/2010-04-01/Accounts/" + phone.account() + "/Recordings/" + sid + "?cutover="
                + token;
    }

    private static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
