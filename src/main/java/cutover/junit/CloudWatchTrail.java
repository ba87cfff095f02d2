package cutover.junit;

import cutover.environment.LogPlace;
import cutover.probe.log.LogLines;
import cutover.probe.log.LogObservation;
import cutover.probe.log.LogSource;
import cutover.provider.aws.CloudWatchLogs;
import java.time.Instant;

/** A CloudWatch log group as a source of log records; a term is searched as a quoted phrase, case-sensitive. */
record CloudWatchTrail(CloudWatchLogs logs, LogPlace.Cloudwatch place) implements LogSource {

    @Override
    public LogObservation search(String term, Instant from, Instant to) {
        return logs.events(place.group(), term.isEmpty() ? "" : phrase(term), from, to)
                .fold(
                        listed -> new LogObservation.Found(
                                listed.events().stream()
                                        .map(event -> LogLines.event(event.stream(), event.at(), event.message()))
                                        .toList(),
                                listed.cut()),
                        // a group that does not exist holds nothing: that is the site's trouble, not ours
                        refused -> refused.code().equals("ResourceNotFoundException")
                                ? new LogObservation.Found(java.util.List.of())
                                : new LogObservation.Refused(refused.code() + ": " + refused.detail()),
                        unavailable -> new LogObservation.Unreachable(unavailable.detail()));
    }

    private static String phrase(String term) {
        return "\"" + term.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
