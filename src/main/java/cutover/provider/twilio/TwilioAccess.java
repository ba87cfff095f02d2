package cutover.provider.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where and as whom; immutable. Its text holds no secret.
 *
 * @param account the account's SID, {@code AC…}
 * @param authToken asked for at each call; what it throws reaches the caller
 * @param endpoint another place than Twilio's own, for instance a rehearsal, http or https, for all of its API hosts;
 *     each request still names Twilio's host in {@code Host}; empty for Twilio
 * @param timeout for one question with all of its pages and repetitions; at least 1 ms
 */
public record TwilioAccess(String account, Supplier<String> authToken, Optional<URI> endpoint, Duration timeout) {

    public TwilioAccess {
        Objects.requireNonNull(authToken, "authToken");
        if (account.isBlank()) {
            throw new IllegalArgumentException("Twilio needs the SID of an account, for instance AC0123…");
        }
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("Twilio needs a time of at least 1 ms, got " + timeout);
        }
        endpoint.ifPresent(TwilioAccess::requireHttp);
    }

    private static void requireHttp(URI place) {
        boolean http = "http".equals(place.getScheme()) || "https".equals(place.getScheme());
        boolean bare = place.getRawPath() == null
                || place.getRawPath().isEmpty()
                || place.getRawPath().equals("/");
        if (!http || place.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "Twilio's endpoint is http(s)://host[:port] without a path, got " + place);
        }
    }

    @Override
    public String toString() {
        return "Twilio account " + account
                + endpoint.map(place -> " at " + place).orElse("");
    }
}
