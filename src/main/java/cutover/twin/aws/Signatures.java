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
import java.util.Locale;
import java.util.Optional;
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

    private final AwsKey key;
    private final Clock clock;

    Signatures(AwsKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * Judges one request.
     *
     * @param service the name in the credential scope, for instance {@code logs}
     * @param status of a refusal; the APIs differ in it
     * @return the refusal, or nothing when the signature is good
     */
    Optional<WebResponse> refusal(Incoming request, String service, int status) {
        Matcher parts = AUTHORIZATION.matcher(request.header("Authorization").orElse(""));
        if (!parts.matches()) {
            return refuse(status, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        if (!parts.group(1).equals(key.id())) {
            return refuse(
                    status, "UnrecognizedClientException", "The security token included in the request is invalid.");
        }
        String stamp = request.header("X-Amz-Date").orElse("");
        if (!fresh(stamp) || !stamp.startsWith(parts.group(2))) {
            return refuse(status, "InvalidSignatureException", "Signature expired or not yet current: " + stamp);
        }
        String scope = parts.group(2) + "/" + parts.group(3) + "/" + parts.group(4) + "/aws4_request";
        if (!parts.group(4).equals(service) || !parts.group(6).equals(signature(request, parts, stamp, scope))) {
            return refuse(
                    status,
                    "InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
        return Optional.empty();
    }

    private String signature(Incoming request, Matcher parts, String stamp, String scope) {
        String canonical = CanonicalRequest.of(request, parts.group(5));
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

    private static Optional<WebResponse> refuse(int status, String type, String message) {
        return Optional.of(AwsAnswer.error(status, type, message));
    }
}
