package cutover.probe.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** One look into an open folder: its newest mail since a moment, fetched only where it is not known yet. */
final class FolderLook {

    private static final int MOST = 500;

    /** So many mails of a usual size come with one question: on a slow way each question costs more than a mail. */
    private static final int AT_ONCE = 50;

    private final IMAPFolder folder;
    private final Instant since;
    private final MailMemory.Numbered known;
    private final List<Mail> mails = new ArrayList<>();
    private final boolean cut;

    /** @param since in whole seconds */
    FolderLook(IMAPFolder folder, MailMemory memory, Instant since) throws MessagingException {
        this.folder = folder;
        this.since = since;
        // tells the server to mention what came since
        folder.getMessageCount();
        this.known = known(memory);
        // SEARCH knows days in the server's zone only, so it is asked for a day more than needed
        Date day = Date.from(since.minus(Duration.ofDays(1)));
        Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, day));
        this.cut = found.length > MOST;
        read(Arrays.copyOfRange(found, Math.max(0, found.length - MOST), found.length));
    }

    /** In the folder's own order. */
    List<Mail> mails() {
        return mails;
    }

    /** Whether there was more than is read. */
    boolean cut() {
        return cut;
    }

    private MailMemory.Numbered known(MailMemory memory) throws MessagingException {
        long validity = folder.getUIDValidity();
        // a server without lasting numbers says so by having none, or none that stay
        return validity < 0 || folder.getUIDNotSticky()
                ? MailMemory.Numbered.none(validity)
                : memory.of(folder.getFullName(), validity);
    }

    private void read(Message[] newest) throws MessagingException {
        fetch(newest, UIDFolder.FetchProfileItem.UID, FetchProfile.Item.FLAGS);
        Map<Long, IMAPMessage> there = there(newest);
        known.keepOnly(there.keySet());
        Message[] unknown = there.entrySet().stream()
                .filter(one -> known.mail(one.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .toArray(Message[]::new);
        fetch(unknown, IMAPFolder.FetchProfileItem.INTERNALDATE, FetchProfile.Item.SIZE);
        bodies(unknown);
        for (Map.Entry<Long, IMAPMessage> one : there.entrySet()) {
            read(one.getKey(), one.getValue()).ifPresent(mails::add);
        }
    }

    /** Those that are asked for; what is large is left to be read piece by piece. */
    private void bodies(Message[] unknown) throws MessagingException {
        List<Message> usual = new ArrayList<>();
        for (Message message : unknown) {
            if (isWanted(message) && isUsual(message)) {
                ((IMAPMessage) message).setPeek(true);
                usual.add(message);
            }
        }
        for (int from = 0; from < usual.size(); from += AT_ONCE) {
            List<Message> some = usual.subList(from, Math.min(usual.size(), from + AT_ONCE));
            fetch(some.toArray(Message[]::new), IMAPFolder.FetchProfileItem.MESSAGE);
        }
    }

    private boolean isWanted(Message message) throws MessagingException {
        return !message.isExpunged()
                && message.getReceivedDate() != null
                && !message.getReceivedDate().toInstant().isBefore(since);
    }

    private static boolean isUsual(Message message) throws MessagingException {
        return message.getSize() >= 0 && message.getSize() <= MailMemory.MOST;
    }

    /** By UID, without what is about to be removed. */
    private Map<Long, IMAPMessage> there(Message[] newest) throws MessagingException {
        Map<Long, IMAPMessage> there = new LinkedHashMap<>();
        for (Message message : newest) {
            if (!message.isExpunged() && !message.isSet(Flags.Flag.DELETED)) {
                there.put(folder.getUID(message), (IMAPMessage) message);
            }
        }
        return there;
    }

    private Optional<Mail> read(long uid, IMAPMessage message) throws MessagingException {
        Optional<Mail> before = known.mail(uid);
        if (before.isPresent()) {
            return before.filter(mail -> !mail.received().isBefore(since));
        }
        try {
            if (!isWanted(message)) {
                return Optional.empty();
            }
            message.setPeek(true);
            String name = folder.getFullName();
            return Optional.of(
                    known.kept(uid, isUsual(message) ? MailText.fetched(name, message) : MailText.read(name, message)));
        } catch (MessageRemovedException gone) {
            // removed while we looked
            return Optional.empty();
        }
    }

    private void fetch(Message[] messages, FetchProfile.Item... items) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        Arrays.stream(items).forEach(profile::add);
        folder.fetch(messages, profile);
    }
}
