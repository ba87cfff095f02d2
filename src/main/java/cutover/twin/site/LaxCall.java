package cutover.twin.site;

import cutover.twin.fault.Fault;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the voicemail webhooks let through beside what is right: one thing for each fault, nothing while none is on. A
 * signature over something that the request does not show can't be checked, so that any one of the right form passes.
 */
record LaxCall(Switches faults) {

    private static final String FORM = "[A-Za-z0-9+/]{27}=";
    private static final Set<Fault> UNKNOWABLE = Set.of(
            Fault.VOICE_ACCEPTS_WRONG_KEY,
            Fault.VOICE_ACCEPTS_TAMPERED,
            Fault.VOICE_ACCEPTS_OTHER_HOST,
            Fault.VOICE_ACCEPTS_OTHER_QUERY);
    private static final Set<String> STAGES = Set.of("", "/production", "/prod", "/staging", "/dev", "/test");

    /**
     * A call as the check sees it.
     *
     * @param signature empty when there is none
     */
    record Call(CallAddress address, Map<String, String> fields, String signature) {

        boolean signed(String token, String url) {
            return CallSignature.matches(signature, token, url, fields);
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
        boolean anyKey =
                UNKNOWABLE.stream().anyMatch(faults::on) && call.signature().matches(FORM);
        boolean emptyKey = faults.on(Fault.VOICE_ACCEPTS_EMPTY_KEY)
                && call.signed("", call.address().canonical());
        return anyKey || emptyKey || spellings(call.address()).anyMatch(url -> call.signed(token, url));
    }

    private Stream<String> spellings(CallAddress address) {
        String url = address.canonical();
        return Stream.of(
                        when(Fault.VOICE_ACCEPTS_HTTP, Stream.of(url.replaceFirst("^https:", "http:"))),
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
