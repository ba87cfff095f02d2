package cutover.provider.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** From the SDK's records to ours. */
final class TwilioRecords {

    private TwilioRecords() {}

    static PhoneNumber number(com.twilio.rest.api.v2010.account.IncomingPhoneNumber told) {
        return new PhoneNumber(
                text(told.getSid()),
                text(told.getPhoneNumber()),
                text(told.getFriendlyName()),
                text(told.getVoiceUrl()),
                text(told.getVoiceMethod()),
                text(told.getVoiceFallbackUrl()),
                text(told.getStatusCallback()),
                text(told.getSmsUrl()),
                text(told.getSmsFallbackUrl()),
                text(told.getVoiceApplicationSid()),
                text(told.getTrunkSid()));
    }

    /** The answer to a change, which must be about a number. */
    static PhoneNumber changed(com.twilio.rest.api.v2010.account.IncomingPhoneNumber told) {
        sid(told.getSid());
        return number(told);
    }

    static VoiceApplication application(com.twilio.rest.api.v2010.account.Application told) {
        return new VoiceApplication(
                sid(told.getSid()),
                text(told.getFriendlyName()),
                text(told.getVoiceUrl()),
                text(told.getVoiceMethod()),
                text(told.getVoiceFallbackUrl()),
                text(told.getStatusCallback()));
    }

    static Call call(com.twilio.rest.api.v2010.account.Call told) {
        return new Call(
                sid(told.getSid()),
                text(told.getStatus()),
                text(told.getDirection()),
                text(told.getFrom()),
                text(told.getTo()),
                instant(told.getStartTime()),
                instant(told.getEndTime()),
                seconds(told.getDuration()));
    }

    static Alert alert(com.twilio.rest.monitor.v1.Alert told) {
        return new Alert(
                text(told.getSid()),
                text(told.getResourceSid()),
                text(told.getErrorCode()),
                text(told.getLogLevel()),
                text(told.getAlertText()),
                instant(told.getDateGenerated())
                        .or(() -> instant(told.getDateCreated()))
                        .orElse(Instant.EPOCH),
                text(told.getRequestUrl()),
                text(told.getMoreInfo()));
    }

    static Recording recording(com.twilio.rest.api.v2010.account.Recording told) {
        return new Recording(text(told.getSid()), text(told.getCallSid()), seconds(told.getDuration()));
    }

    /** When it started or, failing that, was asked for. */
    static Instant begin(com.twilio.rest.api.v2010.account.Call told) {
        return instant(told.getStartTime())
                .or(() -> instant(told.getDateCreated()))
                .orElse(Instant.MAX);
    }

    private static Optional<Instant> instant(ZonedDateTime told) {
        return Optional.ofNullable(told).map(ZonedDateTime::toInstant);
    }

    private static Optional<Duration> seconds(String told) {
        return Optional.ofNullable(told)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    private static String sid(String told) {
        if (told == null || told.isBlank()) {
            throw TwilioTrouble.unavailable("Twilio answers with something other than what was asked for");
        }
        return told;
    }

    private static String text(Object told) {
        return told == null ? "" : told.toString();
    }
}
