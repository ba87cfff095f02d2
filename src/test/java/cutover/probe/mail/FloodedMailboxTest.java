package cutover.probe.mail;

import static cutover.probe.mail.PostOffice.mails;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import cutover.patience.Patience;
import cutover.patience.Wait;
import jakarta.mail.Flags;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox into which an outage mails many copies is read once, however often one looks. */
class FloodedMailboxTest {

    private static final Predicate<Mail> ANY = mail -> true;
    private static final Instant LONG_AGO = Instant.parse("2018-01-01T00:00:00Z");

    private final PostOffice office = new PostOffice();
    private OverheardImap front;
    private ImapMailbox mailbox;

    @BeforeEach
    void flood() throws IOException {
        front = new OverheardImap(office.port());
        mailbox = new ImapMailbox(PostOffice.settings(front.port(), Tls.NONE, null, "pass word", "INBOX"));
        for (int i = 1; i <= 30; i++) {
            office.deliver(mail(i));
        }
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
        office.close();
    }

    private static String mail(int number) {
        return """
                From: root@localhost
                To: alerts@example.org
                Subject: copy %d
                Message-ID: <%d@example.org>

                It failed %d times.
                """.formatted(number, number, number);
    }

    @Test
    void aSecondLookFetchesNothingAgain() {
        assertThat(mails(mailbox.look(LONG_AGO, ANY))).hasSize(30);
        assertThat(front.bodies()).isEqualTo(30);

        assertThat(mails(mailbox.look(LONG_AGO, mail -> mail.text().contains("It failed 7 times"))))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("copy 7"));
        assertThat(front.bodies()).isZero();
    }

    @Test
    void aMailboxIsReadWithAFewQuestions() {
        assertThat(mails(mailbox.look(LONG_AGO, ANY))).hasSize(30);

        assertThat(front.questions()).isPositive().isLessThan(15);
    }

    @Test
    void aMailThatIsTooLargeToKeepIsReadEachTime() {
        office.deliver(mail(31) + "a long line of a long mail\n".repeat(5000));

        assertThat(mails(mailbox.look(LONG_AGO, ANY)))
                .last()
                .satisfies(mail -> assertThat(mail.text()).endsWith("long mail\r\n"));
        assertThat(front.bodies()).isEqualTo(31);
        assertThat(mails(mailbox.look(LONG_AGO, ANY))).hasSize(31);
        assertThat(front.bodies()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsNewIsFetched() {
        mailbox.look(LONG_AGO, ANY);
        front.bodies();
        office.deliver(mail(31));

        assertThat(mails(mailbox.look(LONG_AGO, ANY)))
                .hasSize(31)
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains("It failed 31 times"));
        assertThat(front.bodies()).isEqualTo(1);
    }

    @Test
    void aWaitOfManyLooksReadsEachMailOnce() {
        Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofMillis(100));

        Wait<MailObservation> wait =
                mailbox.await("a mail that never comes", LONG_AGO, mail -> false, patience, Duration.ZERO);

        assertThat(wait.looks()).isGreaterThan(1);
        assertThat(front.bodies()).isEqualTo(30);
    }

    @Test
    void whatIsOlderThanAskedForIsNotFetched() {
        Instant later = mails(office.mailbox("pass word", "INBOX").look(LONG_AGO, ANY))
                .get(29)
                .received()
                .plusSeconds(60);

        assertThat(mails(mailbox.look(later, ANY))).isEmpty();
        assertThat(front.bodies()).isZero();
    }

    @Test
    void whatWasKnownAndIsRemovedIsNotTold() throws Exception {
        mailbox.look(LONG_AGO, ANY);
        MailFolder inbox = inbox();
        inbox.getMessages().get(0).setFlag(Flags.Flag.DELETED, true);
        assertThat(mails(mailbox.look(LONG_AGO, ANY))).as("marked for removal").hasSize(29);

        inbox.expunge();

        assertThat(mails(mailbox.look(LONG_AGO, ANY)))
                .extracting(Mail::subject)
                .hasSize(29)
                .doesNotContain("copy 1");
    }

    @Test
    void aMailUnderAnOldNumberOfANewFolderIsReadAnew() throws Exception {
        office.file("Junk", mail(1));
        ImapMailbox junk = new ImapMailbox(PostOffice.settings(front.port(), Tls.NONE, null, "pass word", "Junk"));
        assertThat(mails(junk.look(LONG_AGO, ANY))).extracting(Mail::subject).containsExactly("copy 1");
        office.remove("Junk");
        office.file("Junk", mail(2));
        front.numberAnew();

        assertThat(mails(junk.look(LONG_AGO, ANY)))
                .as("under the same number lies another mail")
                .extracting(Mail::subject)
                .containsExactly("copy 2");
    }

    private MailFolder inbox() throws Exception {
        return office.server().getManagers().getImapHostManager().getInbox(office.user());
    }
}
