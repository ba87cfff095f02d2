package cutover.probe.mail;

import cutover.patience.Patience;
import cutover.patience.Wait;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A mailbox over IMAP4rev1 (RFC 3501). Waiting listens by IDLE (RFC 2177) where the server offers it and asks in turns
 * elsewhere. What was read once is kept, so that a look fetches only what is new, however much mail there is.
 */
public final class ImapMailbox implements Mailbox {

    private final MailboxSettings settings;
    private final MailMemory memory = new MailMemory();

    public ImapMailbox(MailboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public MailObservation look(Instant since, Predicate<Mail> wanted) {
        try (Looking looking = new Looking(since, wanted)) {
            return looking.look();
        }
    }

    @Override
    public Wait<MailObservation> await(
            String subject,
            Instant since,
            Predicate<Mail> wanted,
            Patience patience,
            Duration settle,
            Consumer<Wait.Progress<MailObservation>> progress) {
        try (Looking looking = new Looking(since, wanted)) {
            return new Awaited(subject, looking::next, asked -> listening(looking, asked), progress)
                    .mail(patience, settle);
        }
    }

    // while IDLE does the waiting, the pause between two looks need only be short
    private static Patience listening(Looking looking, Patience patience) {
        // a look must not outlast the patience by much
        long longest = Math.max(50, patience.atMost().toMillis() / 10);
        looking.listenFor(Duration.ofMillis(Math.min(longest, patience.every().toMillis())));
        Duration pause = Duration.ofMillis(Math.min(50, patience.every().toMillis()));
        return looking.canListen() ? new Patience(patience.atMost(), pause) : patience;
    }

    /** Looks again and again over one connection, and opens another one when that is lost. */
    private final class Looking implements AutoCloseable {

        private final Instant since;
        private final Predicate<Mail> wanted;
        private final AtomicReference<ImapSession> session = new AtomicReference<>();
        private Duration listen = Duration.ZERO;
        private Optional<Boolean> idles = Optional.empty();

        Looking(Instant since, Predicate<Mail> wanted) {
            this.since = since;
            this.wanted = wanted;
        }

        void listenFor(Duration duration) {
            listen = duration;
        }

        boolean canListen() {
            if (idles.isEmpty()) {
                attempt(() -> {
                    idles = Optional.of(open().idles());
                    return new MailObservation.Seen(List.of());
                });
            }
            return idles.orElse(false);
        }

        /** Listens first if a connection stands that has been looked through before. */
        MailObservation next() {
            return attempt(() -> {
                ImapSession known = session.get();
                if (known != null && known.looked() && known.idles()) {
                    known.listen(listen);
                }
                return open().read(since, wanted);
            });
        }

        MailObservation look() {
            return attempt(() -> open().read(since, wanted));
        }

        private MailObservation attempt(Look look) {
            try {
                return look.look();
            } catch (AuthenticationFailedException e) {
                return new MailObservation.Refused(
                        "sign-in of " + settings.told() + " was refused: " + Failures.said(e));
            } catch (FolderNotFoundException e) {
                return new MailObservation.Refused(settings.told() + " has no folder " + Failures.said(e));
            } catch (MessagingException e) {
                close();
                return new MailObservation.Unreachable(settings.told() + ": " + Failures.told(e, settings.host()));
            }
        }

        private ImapSession open() throws MessagingException {
            ImapSession known = session.get();
            if (known == null) {
                known = new ImapSession(settings, memory);
                session.set(known);
            }
            known.demandOpen();
            return known;
        }

        @Override
        public void close() {
            ImapSession known = session.getAndSet(null);
            if (known != null) {
                known.close();
            }
        }
    }

    @FunctionalInterface
    private interface Look {
        MailObservation look() throws MessagingException;
    }
}
