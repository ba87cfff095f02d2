package cutover.twin.twilio;

import cutover.twin.web.WebResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address of the customer's that is called at an event.
 *
 * @param url empty when nothing is to be called
 * @param method GET or POST
 */
record Hook(String url, String method) {

    static final Hook NONE = new Hook("", "POST");

    static Hook post(String url) {
        return new Hook(url, "POST");
    }

    boolean set() {
        return !url.isEmpty();
    }

    /** Whether something can be called there: http or https, with a host. */
    boolean callable() {
        try {
            URI address = URI.create(url);
            return address.getHost() != null && url.matches("https?://.*");
        } catch (IllegalArgumentException notUrl) {
            return false;
        }
    }

    /** What a form says of an address; what it leaves out stays as before. */
    static Hook sent(Form form, String url, String method, Hook before) {
        return new Hook(form.get(url).orElse(before.url()), form.get(method).orElse(before.method()));
    }

    /** Why the addresses and methods of a form are not taken; empty when they are. */
    static Optional<WebResponse> refusal(Form form) {
        Stream<String> urls = Stream.of("VoiceUrl", "VoiceFallbackUrl", "StatusCallback");
        Stream<String> methods = Stream.of("VoiceMethod", "VoiceFallbackMethod", "StatusCallbackMethod");
        Optional<WebResponse> url = urls.flatMap(name -> form.get(name).stream())
                .filter(value -> !value.isEmpty() && !Hook.post(value).callable())
                .map(value -> Answer.badRequest(21402, "Invalid Url: " + value))
                .findFirst();
        Optional<WebResponse> method = methods.flatMap(name -> form.get(name).stream())
                .filter(value -> !Set.of("GET", "POST").contains(value))
                .map(value -> Answer.badRequest(21403, "Invalid Method: " + value))
                .findFirst();
        return url.or(() -> method);
    }
}
