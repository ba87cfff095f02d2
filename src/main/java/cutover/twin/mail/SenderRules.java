package cutover.twin.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import java.util.Locale;
import java.util.Set;

/** A mail service that takes mail only from senders at domains that were verified with it. */
final class SenderRules extends SmtpManager {

    private static final Set<String> VERIFIED = Set.of("clearmyrecord.org", "codeforamerica.org");

    private SenderRules(ImapHostManager mailboxes, UserManager users) {
        super(mailboxes, users);
    }

    /** @return the refusal of RFC 5321 section 4.2, or null when the sender is welcome */
    @Override
    public String checkSender(SmtpState state, MailAddress sender) {
        String address = sender.getEmail().toLowerCase(Locale.ROOT);
        String domain = address.substring(address.indexOf('@') + 1);
        return VERIFIED.contains(domain)
                ? null
                : "550 5.7.1 The from address does not match a verified sender identity: " + address;
    }

    /** The mail server's parts with these rules in place of its own. */
    static final class Parts extends Managers {

        private final SmtpManager rules = new SenderRules(getImapHostManager(), getUserManager());

        @Override
        public SmtpManager getSmtpManager() {
            return rules;
        }
    }
}
