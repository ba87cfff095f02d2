package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;

/** The webhook that Mailgun tells of mail that could not be delivered, and what the application does then. */
public record BounceHook(
        @Doc("where it is") String path,

        @Doc("status for an accepted one") @Default("200") int accepted,

        @Doc("subject of the mail to the sender of the bounced message")
        String mailSubject,

        @Doc("texts that the mail must hold; {recipient}, {subject} and {error} are those of the bounced message")
        List<String> mailTexts,

        @Doc("how it refuses") Refusals refusals) {}
