package cutover.twin.aws;

import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks Signature Version 4 as the vendor documents it ("Create a signed AWS API request"): key, date, scope, signed
 * headers, body.
 */
final class Signatures {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Supplier<List<AwsKey>> keys;
    private final Clock clock;

    /** @param keys those that work; asked at each request */
    Signatures(Supplier<List<AwsKey>> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Judges one request of the services that speak JSON.
     *
     * @param service the name in the credential scope, for instance {@code logs}
     * @param status of a refusal; the APIs differ in it
     * @return the refusal, or nothing when the signature is good
     */
    Optional<WebResponse> refusal(Incoming request, String service, int status) {
        return flaw(request, service).map(flaw -> AwsAnswer.error(status, flaw.inJson(), flaw.message()));
    }

    /** What is wrong with the signature; empty when it is good. */
    Optional<Flaw> flaw(Incoming request, String service) {
        Matcher parts = AUTHORIZATION.matcher(request.header("Authorization").orElse(""));
        if (!parts.matches()) {
            return Optional.of(Flaw.NO_SIGNATURE);
        }
        Optional<AwsKey> key = keys.get().stream()
                .filter(known -> known.id().equals(parts.group(1)))
                .findFirst();
        if (key.isEmpty()) {
            return Optional.of(Flaw.UNKNOWN_KEY);
        }
        String stamp = request.header("X-Amz-Date").orElse("");
        if (!fresh(stamp) || !stamp.startsWith(parts.group(2))) {
            return Optional.of(Flaw.WRONG_TIME);
        }
        String scope = parts.group(2) + "/" + parts.group(3) + "/" + parts.group(4) + "/aws4_request";
        boolean good = parts.group(4).equals(service)
                && parts.group(6).equals(signature(request, parts, stamp, scope, key.get()));
        return good ? Optional.empty() : Optional.of(Flaw.WRONG_SIGNATURE);
    }

    /** The service that the request is signed for; empty when it is not signed. */
    static String service(Incoming request) {
        Matcher parts = AUTHORIZATION.matcher(request.header("Authorization").orElse(""));
        return parts.matches() ? parts.group(4) : "";
    }

    /** The id of the key that the request is signed with; empty when it is not signed. */
    static String key(Incoming request) {
        Matcher parts = AUTHORIZATION.matcher(request.header("Authorization").orElse(""));
        return parts.matches() ? parts.group(1) : "";
    }

    private static String signature(Incoming request, Matcher parts, String stamp, String scope, AwsKey key) {
        String canonical = CanonicalRequest.of(request, parts.group(4), parts.group(5));
        String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n"
                + Digests.sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] derived = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            derived = Digests.hmac(derived, part);
        }
        return Digests.hex(Digests.hmac(derived, toSign));
    }

    private boolean fresh(String stamp) {
        try {
            Instant signed = Instant.from(STAMP.parse(stamp));
            return Duration.between(signed, clock.instant()).abs().compareTo(SKEW) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
