package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The webhooks that Twilio calls when somebody leaves a message, and the mail about it. */
public record VoicemailHook(
        @Doc("where a finished recording is told") String recording,
        @Doc("which of mailboxes gets the mail") String mailbox,

        @Doc("subject of the mail; {time} is when it came in")
        String mailSubject,

        @Doc("pattern of {time}, as in java.time.format.DateTimeFormatter, in English")
        String timePattern,

        @Doc("zone in which {time} is shown, for instance America/Los_Angeles")
        String timeZone,

        @Doc("texts that the mail must hold; {from} is the caller's number, {link} the recording's address")
        List<String> mailTexts,

        @Doc("the greeting lasts at least so long") @Default("1s")
        Duration greeting,

        @Doc("how they refuse") Refusals refusals) {

    private static final String TIME = "{time}";

    public VoicemailHook {
        if (!mailSubject.contains(TIME)) {
            throw new IllegalArgumentException("mail-subject holds " + TIME + ", got '" + mailSubject + "'");
        }
        DateTimeFormatter.ofPattern(timePattern, Locale.US);
        ZoneId.of(timeZone);
    }

    /** What stands before the time in the subject. */
    public String subjectBegins() {
        return mailSubject.substring(0, mailSubject.indexOf(TIME));
    }

    /** The time in a subject; empty when it can't be read by the pattern. */
    public Optional<ZonedDateTime> timeIn(String subject) {
        String after = mailSubject.substring(mailSubject.indexOf(TIME) + TIME.length());
        if (!subject.startsWith(subjectBegins()) || !subject.endsWith(after)) {
            return Optional.empty();
        }
        String time = subject.substring(subjectBegins().length(), subject.length() - after.length());
        try {
            return Optional.of(ZonedDateTime.parse(time, DateTimeFormatter.ofPattern(timePattern, Locale.US)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How that time would be written. */
    public String written(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(timePattern, Locale.US).format(time.withZoneSameInstant(zone()));
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
