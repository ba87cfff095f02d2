package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.Optional;

/** What is needed to test bounces without reaching anybody who is not of the team. */
public record BounceTests(
        @Doc("which of mail-domains signs the bounces") String domain,

        @Doc("address under our control that stands as sender of the bounced message; the application mails to it")
        String sender,

        @Doc("which of mailboxes gets that mail") String mailbox,

        @Doc("most real messages of one run that are sent in order to bounce") @Default("0")
        int messages,

        @Doc("address that bounces; {run} is the run's id") Optional<String> undeliverable,

        @Doc("true to have Mailgun make its own test call, whose sample names bob@domain as the sender")
        @Default("false")
        boolean testCall,

        @Doc(
                "which of mailboxes gets the mail about the test call, to bob@domain; leave it out to look at the status only")
        Optional<String> testMailbox) {

    public BounceTests {
        if (messages > 0 && undeliverable.isEmpty()) {
            throw new IllegalArgumentException("messages needs undeliverable, an address that bounces");
        }
    }
}
