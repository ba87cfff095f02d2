package cutover.provider.aws;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** What Route 53 finds wrong with a batch; it has two ways to write that down, of which the SDK reads one. */
final class BatchFlaws {

    static final String CODE = "InvalidChangeBatch";

    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

    private BatchFlaws() {}

    /** Empty when something else is wrong. */
    static List<String> of(Route53Exception refusal) {
        if (refusal instanceof InvalidChangeBatchException read) {
            return read.hasMessages() ? read.messages() : List.of(Calls.said(read));
        }
        String raw = Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::rawResponse)
                .map(bytes -> bytes.asUtf8String())
                .orElse("");
        return raw.contains("<" + CODE)
                ? MESSAGE.matcher(raw)
                        .results()
                        .map((MatchResult one) -> one.group(1))
                        .toList()
                : List.of();
    }
}
