package cutover.provider.mailgun;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where and as whom; immutable. Its text holds no secret.
 *
 * @param region {@code us} or {@code eu}; a domain lives in one of them only
 * @param apiKey asked for at each call; what it throws reaches the caller
 * @param endpoint another place than Mailgun's own, for instance a rehearsal, http or https; empty for Mailgun
 * @param timeout for one question with all of its pages; at least 1 ms
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/mg-regions">Regions</a>
 */
public record MailgunAccess(String region, Supplier<String> apiKey, Optional<URI> endpoint, Duration timeout) {

    private static final Map<String, URI> PLACES =
            Map.of("us", URI.create("https://api.mailgun.net"), "eu", URI.create("https://api.eu.mailgun.net"));

    public MailgunAccess {
        Objects.requireNonNull(apiKey, "apiKey");
        if (!PLACES.containsKey(region)) {
            throw new IllegalArgumentException("Mailgun's region is us or eu, got " + region);
        }
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("Mailgun needs a time of at least 1 ms, got " + timeout);
        }
        endpoint.ifPresent(MailgunAccess::requireHttp);
    }

    private static void requireHttp(URI place) {
        boolean http = "http".equals(place.getScheme()) || "https".equals(place.getScheme());
        boolean bare = place.getRawPath() == null
                || place.getRawPath().isEmpty()
                || place.getRawPath().equals("/");
        if (!http || place.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "Mailgun's endpoint is http(s)://host[:port] without a path, got " + place);
        }
    }

    /** Where the API answers; without a path. */
    URI place() {
        return endpoint.orElse(PLACES.get(region));
    }

    @Override
    public String toString() {
        return "Mailgun account in " + region
                + endpoint.map(place -> " at " + place).orElse("");
    }
}
