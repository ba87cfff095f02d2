package webhooks;

import cutover.environment.Site;
import cutover.environment.VoicemailHook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recordings that must be refused, one for each way to get signature, address or shape wrong. */
final class CallAttempts {

    private static final int HUGE = 3 << 20;
    private static final String STAGE = "/production";
    private static final String STRANGER = "www.example.org";

    private final CallMaker maker;
    private final VoicemailHook hook;
    private final Site site;
    private final URI incoming;
    private final URI recording;
    private final List<Attempt> all = new ArrayList<>();

    CallAttempts(CallMaker maker, VoicemailHook hook, Site site, URI incoming, URI recording) {
        this.maker = maker;
        this.hook = hook;
        this.site = site;
        this.incoming = incoming;
        this.recording = recording;
    }

    List<Attempt> all() {
        String url = recording.toString();
        add(
                "no-signature",
                "a recording without signature",
                (fields, name) -> maker.posted(recording, fields, "", name));
        add(
                "wrong-key",
                "a recording signed with another token",
                (fields, name) -> maker.signedWith(maker.bench().freshToken(32), recording, fields, name));
        add(
                "empty-key",
                "a recording signed with the empty token",
                (fields, name) -> maker.signedWith("", recording, fields, name));
        add(
                "tampered",
                "a recording whose fields were changed after signing",
                (fields, name) ->
                        maker.signedOver(url, with(fields, "RecordingDuration", "999"), recording, fields, name));
        add(
                "unsigned-fields",
                "a recording whose signature is over the address alone",
                (fields, name) -> maker.signedOver(url, Map.of(), recording, fields, name));
        add(
                "non-ascii",
                "a recording with a letter that was changed to one outside ASCII after signing",
                (fields, name) -> maker.signedOver(
                        url, with(fields, "CallerName", "Jose"), recording, with(fields, "CallerName", "José"), name));
        over("http", "a recording signed for http", url.replaceFirst("^https:", "http:"));
        add(
                "other-host",
                "a recording signed for the host that its X-Forwarded-Host names",
                (fields, name) ->
                        maker.forwarded(STRANGER, url.replace(site.host(), STRANGER), recording, fields, name));
        over(
                "port",
                "a recording signed for the address with its port",
                url.replace(site.host(), site.host() + ":443"));
        over("other-stage", "a recording signed for another stage prefix", otherStage(url));
        over("slash", "a recording signed for the address with a slash at its end", url + "/");
        add(
                "other-query",
                "a recording with a query that is not signed",
                (fields, name) -> maker.signedOver(url, fields, URI.create(url + "?cutover=1"), fields, name));
        json();
        huge();
        call();
        missing();
        replayed();
        get(incoming);
        get(recording);
        return all;
    }

    @FunctionalInterface
    private interface Sender {
        cutover.probe.http.HttpObservation send(Map<String, String> fields, String name);
    }

    private void add(String name, String sentence, Sender sender) {
        String token = token(name);
        all.add(new Attempt(
                name,
                sentence,
                token,
                hook.refusals().forged(),
                Attempt.FORGED,
                "",
                () -> sender.send(maker.recorded(token), name)));
    }

    private void over(String name, String sentence, String url) {
        add(name, sentence, (fields, agent) -> maker.signedOver(url, fields, recording, fields, agent));
    }

    /** Signed as a form, sent as JSON. */
    private void json() {
        String token = token("json");
        all.add(new Attempt(
                "json", "a recording as JSON", token, hook.refusals().forgedOrMalformed(), Attempt.FORGED, "", () -> {
                    Map<String, String> fields = maker.recorded(token);
                    String signature = maker.bench().vendors().callSignature(recording.toString(), fields);
                    String body = fields.entrySet().stream()
                            .map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
                            .collect(Collectors.joining(", ", "{", "}"));
                    return maker.raw(
                            recording,
                            CallMaker.headers("application/json", signature),
                            body.getBytes(StandardCharsets.UTF_8),
                            "json");
                }));
    }

    private void huge() {
        String token = token("huge");
        all.add(new Attempt(
                "huge",
                "a recording of 3 MB",
                token,
                hook.refusals().tooLarge(),
                Attempt.MALFORMED,
                "",
                () -> maker.signed(recording, with(maker.recorded(token), "Digits", "1".repeat(HUGE)), "huge")));
    }

    private void call() {
        all.add(new Attempt(
                "call-no-signature",
                "a call without signature",
                "",
                hook.refusals().forged(),
                Attempt.FORGED,
                "",
                () -> maker.posted(incoming, maker.incoming(), "", "call-no-signature")));
        all.add(new Attempt(
                "call-wrong-key",
                "a call signed with another token",
                "",
                hook.refusals().forged(),
                Attempt.FORGED,
                "",
                () -> maker.signedWith(maker.bench().freshToken(32), incoming, maker.incoming(), "call-wrong-key")));
    }

    private void missing() {
        String token = token("no-link");
        all.add(new Attempt(
                "no-link",
                "a signed recording without its address",
                token,
                hook.refusals().forgedOrMalformed(),
                Attempt.MALFORMED,
                "recording-without-link",
                () -> {
                    Map<String, String> fields = maker.recorded(token);
                    fields.remove("RecordingUrl");
                    // so that its mail, which holds no token, is not taken for the genuine one's
                    fields.put("From", maker.to());
                    return maker.signed(recording, fields, "no-link");
                }));
    }

    private void replayed() {
        String token = token("replayed");
        all.add(new Attempt(
                "replayed",
                "a recording that was posted before",
                "",
                hook.refusals().forged(),
                Attempt.FORGED,
                "recording-replay",
                () -> {
                    Map<String, String> fields = maker.recorded(token);
                    maker.signed(recording, fields, "replayed-first");
                    return maker.signed(recording, fields, "replayed");
                }));
    }

    private void get(URI address) {
        all.add(new Attempt(
                "get",
                "a GET of " + address.getPath(),
                "",
                hook.refusals().method(),
                Attempt.METHOD,
                "",
                () -> maker.bench().http().get(address)));
    }

    private String token(String name) {
        return maker.bench().marker() + "-" + name + "-" + maker.bench().freshToken(6);
    }

    private String otherStage(String url) {
        String origin = site.origin().getScheme() + "://" + site.origin().getAuthority();
        return site.stagePrefix().isEmpty()
                ? url.replace(origin, origin + STAGE)
                : url.replace(origin + site.stagePrefix(), origin);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
