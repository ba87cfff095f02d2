package cutover.twin.site;

import cutover.twin.fault.Fault;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the voicemail webhooks let through beside what is right: one thing for each fault, nothing while none is on. */
record LaxCall(Switches faults) {

    private static final String FORM = "[A-Za-z0-9+/]{27}=";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Set<String> STAGES = Set.of("", "/production", "/prod", "/staging", "/dev", "/test");

    /**
     * A call as the check sees it.
     *
     * @param signature empty when there is none
     * @param forwarded host that the caller claims to have called; empty when he claims none
     */
    record Call(CallAddress address, Map<String, String> fields, String signature, String forwarded) {

        boolean signed(String token, String url) {
            return signed(token, url, fields);
        }

        private boolean signed(String token, String url, Map<String, String> over) {
            return CallSignature.matches(signature, token, url, over);
        }

        private Map<String, String> withoutAccents() {
            return fields.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            field -> ACCENTS.matcher(Normalizer.normalize(field.getValue(), Normalizer.Form.NFD))
                                    .replaceAll("")));
        }
    }

    boolean anySize() {
        return faults.on(Fault.VOICE_ACCEPTS_HUGE_BODY);
    }

    boolean get() {
        return faults.on(Fault.VOICE_ACCEPTS_GET);
    }

    boolean json(String contentType) {
        return contentType.startsWith("application/json") && faults.on(Fault.VOICE_ACCEPTS_JSON);
    }

    boolean accepts(Call call, String token) {
        if (call.signature().isEmpty()) {
            return faults.on(Fault.VOICE_ACCEPTS_NO_SIGNATURE);
        }
        String url = call.address().canonical();
        boolean anyKey =
                faults.on(Fault.VOICE_ACCEPTS_WRONG_KEY) && call.signature().matches(FORM);
        boolean emptyKey = faults.on(Fault.VOICE_ACCEPTS_EMPTY_KEY) && call.signed("", url);
        boolean addressOnly = faults.on(Fault.VOICE_ACCEPTS_TAMPERED) && call.signed(token, url, Map.of());
        boolean plain = faults.on(Fault.VOICE_ACCEPTS_NON_ASCII) && call.signed(token, url, call.withoutAccents());
        return anyKey
                || emptyKey
                || addressOnly
                || plain
                || spellings(call).anyMatch(other -> call.signed(token, other));
    }

    private Stream<String> spellings(Call call) {
        CallAddress address = call.address();
        String url = address.canonical();
        return Stream.of(
                        when(Fault.VOICE_ACCEPTS_HTTP, Stream.of(url.replaceFirst("^https:", "http:"))),
                        when(
                                Fault.VOICE_ACCEPTS_OTHER_HOST,
                                Stream.of(address.withHost(call.forwarded()).canonical())),
                        when(
                                Fault.VOICE_ACCEPTS_OTHER_QUERY,
                                Stream.of(address.withQuery("").canonical())),
                        when(Fault.VOICE_ACCEPTS_PORT, ports(address)),
                        when(Fault.VOICE_ACCEPTS_SLASH, slashes(url)),
                        when(Fault.VOICE_ACCEPTS_OTHER_STAGE, stages(address)))
                .flatMap(candidates -> candidates);
    }

    private Stream<String> when(Fault fault, Stream<String> spellings) {
        return faults.on(fault) ? spellings : Stream.empty();
    }

    private static Stream<String> ports(CallAddress address) {
        String name = Mishaps.nameOf(address.host());
        return Stream.of(name, name + ":443").map(host -> address.withHost(host).canonical());
    }

    /** At the end of the path or of the whole address. */
    private static Stream<String> slashes(String url) {
        return Stream.of(url + "/", url.replaceFirst("\\?", "/?"));
    }

    private static Stream<String> stages(CallAddress address) {
        return STAGES.stream().map(stage -> address.withStage(stage).canonical());
    }
}
