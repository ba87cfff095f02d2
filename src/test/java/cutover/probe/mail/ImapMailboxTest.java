package cutover.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cutover.patience.FanOut;
import cutover.patience.Patience;
import cutover.patience.Wait;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapMailboxTest {

    private static final Predicate<Mail> ANY = mail -> true;
    private static final Instant LONG_AGO = Instant.parse("2018-01-01T00:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("alerts@example.org", "alerts", "pass word");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ImapMailbox mailbox(String password, String... folders) {
        return new ImapMailbox(new MailboxSettings(
                "127.0.0.1",
                server.getImap().getPort(),
                Tls.NONE,
                null,
                "alerts",
                () -> password,
                List.of(folders),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5)));
    }

    private void deliver(String raw) {
        try {
            Session session = Session.getInstance(new Properties());
            user.deliver(new MimeMessage(
                    session, new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Mail> mails(MailObservation seen) {
        return seen.fold(
                one -> one.mails(),
                refused -> {
                    throw new AssertionError(refused);
                },
                unreachable -> {
                    throw new AssertionError(unreachable);
                });
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
        deliver(ERROR);
        Mail mail = mails(mailbox("pass word", "INBOX").look(LONG_AGO, ANY)).get(0);
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
        deliver("""
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
        Mail mail = mails(mailbox("pass word", "INBOX").look(LONG_AGO, ANY)).get(0);
        assertThat(mail.text().strip()).isEqualTo("plain words");
        assertThat(mail.html()).contains("<p>café</p>");
    }

    @Test
    void lookingChangesNothing() throws Exception {
        deliver(ERROR);
        mailbox("pass word", "INBOX").look(LONG_AGO, ANY);
        Message stored = server.getReceivedMessages()[0];
        assertThat(stored.isSet(Flags.Flag.SEEN)).isFalse();
        assertThat(server.getManagers().getImapHostManager().getInbox(user).getUnseenCount())
                .isEqualTo(1);
    }

    @Test
    void onlyMailSinceThenAndThatFitsIsSeen() {
        deliver(ERROR);
        deliver(ERROR.replace("run-1", "run-2"));
        ImapMailbox mailbox = mailbox("pass word", "INBOX");
        assertThat(mails(mailbox.look(
                        LONG_AGO, mail -> mail.header("X-Run").orElse("").equals("run-2"))))
                .hasSize(1);
        Instant later = mails(mailbox.look(LONG_AGO, ANY)).get(0).received().plusSeconds(60);
        assertThat(mails(mailbox.look(later, ANY))).isEmpty();
    }

    @Test
    void ourOwnTroubleIsNoEmptyMailbox() {
        assertThat(mailbox("wrong", "INBOX").look(LONG_AGO, ANY)).isInstanceOf(MailObservation.Refused.class);
        assertThat(mailbox("pass word", "INBOX", "Spam").look(LONG_AGO, ANY))
                .isInstanceOfSatisfying(
                        MailObservation.Refused.class,
                        seen -> assertThat(seen.detail()).contains("Spam").doesNotContain("pass word"));
        ImapMailbox mailbox = mailbox("pass word", "INBOX");
        server.stop();
        assertThat(mailbox.look(LONG_AGO, ANY)).isInstanceOf(MailObservation.Unreachable.class);
    }

    @Test
    void aWaitEndsSoonAfterTheMailAndSeesItsTwin() {
        ImapMailbox mailbox = mailbox("pass word", "INBOX");
        Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(10));
        deliver(ERROR.replace("run-1", "run-0"));
        List<Wait<MailObservation>> waits = new FanOut(2, Duration.ofSeconds(30))
                .each(
                        List.of("wait", "deliver"),
                        task -> task.equals("wait")
                                ? mailbox.await(
                                        "the mail of run-1",
                                        LONG_AGO,
                                        mail -> mail.text().contains("run-1"),
                                        patience,
                                        Duration.ofMillis(500),
                                        progress -> {})
                                : delivered(),
                        (task, why) -> {
                            throw new AssertionError(why);
                        });
        Wait<MailObservation> wait = waits.get(0);
        assertThat(wait.ended()).isTrue();
        assertThat(mails(wait.last().orElseThrow())).hasSize(2);
        assertThat(wait.elapsed()).isLessThan(Duration.ofSeconds(8));
    }

    // two of the same, one after the other, while somebody listens
    private Wait<MailObservation> delivered() {
        new Patience(Duration.ofMillis(600), Duration.ofMillis(300)).waitFor("the listener", () -> 0, zero -> false);
        deliver(ERROR);
        new Patience(Duration.ofMillis(150), Duration.ofMillis(150)).waitFor("a moment", () -> 0, zero -> false);
        deliver(ERROR);
        return null;
    }

    @Test
    void aWaitInVainSaysSo() {
        Wait<MailObservation> wait = mailbox("pass word", "INBOX")
                .await("a mail", LONG_AGO, ANY, Patience.atMost(Duration.ofMillis(400)), Duration.ofSeconds(5));
        assertThat(wait.ended()).isFalse();
        assertThat(mails(wait.last().orElseThrow())).isEmpty();
        assertThat(wait.elapsed()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aRefusalEndsTheWait() {
        Wait<MailObservation> wait = mailbox("wrong", "INBOX")
                .await("a mail", LONG_AGO, ANY, Patience.atMost(Duration.ofSeconds(20)), Duration.ofSeconds(5));
        assertThat(wait.ended()).isTrue();
        assertThat(wait.looks()).isEqualTo(1);
    }
}
