package cutover.probe.mail;

import static cutover.probe.mail.PostOffice.mails;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.patience.FanOut;
import cutover.patience.Patience;
import cutover.patience.Wait;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImapMailboxTest {

    private static final Predicate<Mail> ANY = mail -> true;
    private static final Instant LONG_AGO = Instant.parse("2018-01-01T00:00:00Z");

    private final PostOffice office = new PostOffice();

    @AfterEach
    void stop() {
        office.close();
    }

    private static final String ERROR = """
            From: root@localhost
            To: Alerts <alerts@example.org>, other@example.org
            Cc: third@example.org
            Subject: [Django] ERROR (EXTERNAL IP): Internal
             Server Error: =?utf-8?Q?/caf=C3=A9?=
            Message-ID: <1@example.org>
            Date: Fri, 12 Jan 2018 18:03:21 +0000
            X-Run: run-1
            MIME-Version: 1.0
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: quoted-printable

            Request URL: https://www.example.org/health/error?run=3Drun-=
            1
            caf=C3=A9
            """;

    @Test
    void aMailIsReadAsItsReaderSeesIt() {
        office.deliver(ERROR);
        Mail mail =
                mails(office.mailbox("pass word", "INBOX").look(LONG_AGO, ANY)).get(0);
        assertThat(mail.subject()).isEqualTo("[Django] ERROR (EXTERNAL IP): Internal Server Error: /café");
        assertThat(mail.from()).isEqualTo("root@localhost");
        assertThat(mail.to()).containsExactly("alerts@example.org", "other@example.org");
        assertThat(mail.cc()).containsExactly("third@example.org");
        assertThat(mail.messageId()).isEqualTo("<1@example.org>");
        assertThat(mail.sent()).contains(Instant.parse("2018-01-12T18:03:21Z"));
        assertThat(mail.header("x-run")).contains("run-1");
        assertThat(mail.text())
                .contains("https://www.example.org/health/error?run=run-1")
                .contains("café");
        assertThat(mail.html()).isEmpty();
        assertThat(mail.toString()).doesNotContain("Request URL");
    }

    @Test
    void partsAreToldApart() {
        office.deliver("""
                From: a@example.org
                To: alerts@example.org
                Subject: parts
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                plain words
                --b
                Content-Type: text/html; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                <p>caf=E9</p>
                --b--
                """);
        Mail mail =
                mails(office.mailbox("pass word", "INBOX").look(LONG_AGO, ANY)).get(0);
        assertThat(mail.text().strip()).isEqualTo("plain words");
        assertThat(mail.html()).contains("<p>café</p>");
    }

    @Test
    void lookingChangesNothing() throws Exception {
        office.deliver(ERROR);
        office.mailbox("pass word", "INBOX").look(LONG_AGO, ANY);
        Message stored = office.server().getReceivedMessages()[0];
        assertThat(stored.isSet(Flags.Flag.SEEN)).isFalse();
        assertThat(office.server()
                        .getManagers()
                        .getImapHostManager()
                        .getInbox(office.user())
                        .getUnseenCount())
                .isEqualTo(1);
    }

    @Test
    void onlyMailSinceThenAndThatFitsIsSeen() {
        office.deliver(ERROR);
        office.deliver(ERROR.replace("run-1", "run-2"));
        ImapMailbox mailbox = office.mailbox("pass word", "INBOX");
        assertThat(mails(mailbox.look(
                        LONG_AGO, mail -> mail.header("X-Run").orElse("").equals("run-2"))))
                .hasSize(1);
        Instant later = mails(mailbox.look(LONG_AGO, ANY)).get(0).received().plusSeconds(60);
        assertThat(mails(mailbox.look(later, ANY))).isEmpty();
    }

    @Test
    void ourOwnTroubleIsNoEmptyMailbox() {
        assertThat(office.mailbox("wrong", "INBOX").look(LONG_AGO, ANY)).isInstanceOf(MailObservation.Refused.class);
        assertThat(office.mailbox("pass word", "INBOX", "Spam").look(LONG_AGO, ANY))
                .isInstanceOfSatisfying(
                        MailObservation.Refused.class,
                        seen -> assertThat(seen.detail()).contains("Spam").doesNotContain("pass word"));
        ImapMailbox mailbox = office.mailbox("pass word", "INBOX");
        office.close();
        assertThat(mailbox.look(LONG_AGO, ANY)).isInstanceOf(MailObservation.Unreachable.class);
    }

    @Test
    void afterTheFirstMailItsTwinIsSeenToo() {
        Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(100));
        office.deliver(ERROR.replace("X-Run: run-1", "X-Run: run-0"));
        CountDownLatch waiting = new CountDownLatch(1);
        Wait<MailObservation> wait = waitWhile(patience, waiting::countDown, () -> {
            await(waiting);
            office.deliver(ERROR);
            office.deliver(ERROR);
        });
        assertThat(wait.ended()).isTrue();
        assertThat(mails(wait.last().orElseThrow())).hasSize(2);
    }

    @Test
    void listeningNoticesAMailLongBeforeTheNextLookIsDue() {
        Patience patience = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30));
        AtomicBoolean over = new AtomicBoolean();
        // a mail that comes before the server hears IDLE is announced by the next one
        Patience pace = new Patience(Duration.ofSeconds(20), Duration.ofMillis(200));
        CountDownLatch waiting = new CountDownLatch(1);
        List<String> done = new FanOut(2, Duration.ofSeconds(30))
                .each(
                        List.of("wait", "deliver"),
                        task -> {
                            if (task.equals("wait")) {
                                Wait<MailObservation> wait = waitFor(patience, Duration.ZERO, waiting::countDown);
                                over.set(true);
                                return wait.ended() && wait.looks() == 2 ? "noticed" : wait.toString();
                            }
                            await(waiting);
                            pace.waitFor(
                                    "the mail to be noticed",
                                    () -> {
                                        office.deliver(ERROR);
                                        return over.get();
                                    },
                                    noticed -> noticed);
                            return "delivered";
                        },
                        (task, why) -> why);
        assertThat(done).containsExactly("noticed", "delivered");
    }

    private Wait<MailObservation> waitFor(Patience patience, Duration settle, Runnable looked) {
        return office.mailbox("pass word", "INBOX")
                .await(
                        "the mail of run-1",
                        LONG_AGO,
                        mail -> mail.header("X-Run").equals(Optional.of("run-1")),
                        patience,
                        settle,
                        progress -> looked.run());
    }

    private Wait<MailObservation> waitWhile(Patience patience, Runnable looked, Runnable meanwhile) {
        return new FanOut(2, Duration.ofSeconds(30))
                .<Boolean, Optional<Wait<MailObservation>>>each(
                        List.of(true, false),
                        waits -> {
                            if (waits) {
                                return Optional.of(waitFor(patience, Duration.ofMillis(500), looked));
                            }
                            meanwhile.run();
                            return Optional.empty();
                        },
                        (waits, why) -> {
                            throw new AssertionError(why);
                        })
                .get(0)
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatFallsSilentDoesNotHoldTheWait() throws Exception {
        try (SilentImap silent = new SilentImap()) {
            ImapMailbox mailbox = new ImapMailbox(new MailboxSettings(
                    "127.0.0.1",
                    silent.port(),
                    Tls.NONE,
                    null,
                    "alerts",
                    () -> "x",
                    List.of("INBOX"),
                    Duration.ofMillis(500),
                    Duration.ofMillis(300)));
            Wait<MailObservation> wait = mailbox.await(
                    "a mail",
                    LONG_AGO,
                    ANY,
                    new Patience(Duration.ofMillis(900), Duration.ofMillis(300)),
                    Duration.ZERO);
            assertThat(wait.ended()).isFalse();
            assertThat(wait.elapsed()).isLessThan(Duration.ofSeconds(4));
            assertThat(silent.idled()).isPositive();
        }
    }

    @Test
    void nobodyAtThePortIsUnreachableAtOnce() {
        int port = office.port();
        ImapMailbox mailbox = office.mailbox("pass word", "INBOX");
        office.close();
        assertThat(mailbox.look(LONG_AGO, ANY))
                .isInstanceOfSatisfying(
                        MailObservation.Unreachable.class,
                        seen -> assertThat(seen.detail()).contains("localhost:" + port));
    }

    @Test
    void aWaitInVainSaysSo() {
        Wait<MailObservation> wait = office.mailbox("pass word", "INBOX")
                .await("a mail", LONG_AGO, ANY, Patience.atMost(Duration.ofMillis(400)), Duration.ofSeconds(5));
        assertThat(wait.ended()).isFalse();
        assertThat(mails(wait.last().orElseThrow())).isEmpty();
        assertThat(wait.elapsed()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aRefusalEndsTheWait() {
        Wait<MailObservation> wait = office.mailbox("wrong", "INBOX")
                .await("a mail", LONG_AGO, ANY, Patience.atMost(Duration.ofSeconds(20)), Duration.ofSeconds(5));
        assertThat(wait.ended()).isTrue();
        assertThat(wait.looks()).isEqualTo(1);
    }
}
