package cutover.probe.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mail that was read before, by folder and UID: under the same UID a mail never changes (RFC 3501, 2.3.1.1). */
final class MailMemory {

    /** A larger mail is read again each time, so that a mailbox full of them does not fill our memory. */
    static final int MOST = 64 << 10;

    private final Map<String, Numbered> folders = new ConcurrentHashMap<>();

    /**
     * What is known of a folder.
     *
     * @param validity the folder's UIDVALIDITY; with another one than before its mail has been numbered anew, and
     *     nothing is known
     */
    Numbered of(String folder, long validity) {
        return folders.compute(
                folder,
                (name, known) -> known != null && known.validity() == validity ? known : Numbered.none(validity));
    }

    /** Mail by UID, as long as the folder's UIDVALIDITY stays what it is. */
    record Numbered(long validity, Map<Long, Mail> mails) {

        /** Nothing yet. */
        static Numbered none(long validity) {
            return new Numbered(validity, new ConcurrentHashMap<>());
        }

        Optional<Mail> mail(long uid) {
            return Optional.ofNullable(mails.get(uid));
        }

        Mail kept(long uid, Mail mail) {
            if (mail.text().length() + mail.html().length() <= MOST) {
                mails.put(uid, mail);
            }
            return mail;
        }

        /** What is no longer there, or no longer among the newest, is not needed again. */
        void keepOnly(Set<Long> uids) {
            mails.keySet().retainAll(uids);
        }
    }
}
