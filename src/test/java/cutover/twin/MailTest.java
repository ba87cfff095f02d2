package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.mail.MailHost;
import cutover.twin.mail.MailService;
import cutover.twin.web.Outbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTest {

    private static final String SENDER = "errors@clearmyrecord.org";

    @TempDir
    private Path folder;

    private final Faults faults = new Faults();
    private Edge edge;
    private MailHost host;
    private Outbox outbox;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
        host = edge.ground.mail();
        outbox = edge.ground.platform(Side.NEW).outbox();
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void theOwnerOfTheMailboxSeesTheMailByImap() throws Exception {
        outbox.send(SENDER, List.of(MailHost.ALERTS), "Fehler \u2013 \u00e4", "line 1\nline 2");

        assertThat(imap(host.alertsPassword())).containsExactly("Fehler \u2013 \u00e4");
        MimeMessage mail = host.toAlerts().get(0);
        assertThat(mail.getContent()).asString().isEqualToNormalizingNewlines("line 1\nline 2");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress(SENDER));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(MailHost.ALERTS));
    }

    @Test
    void whoHasNoMailboxIsCaughtByOneForAll() throws Exception {
        outbox.send(SENDER, List.of("applicant@example.com"), "hello", "x");

        assertThat(host.toAlerts()).isEmpty();
        assertThat(host.toEverybodyElse()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsRefusedByImap() {
        assertThatThrownBy(() -> imap("wrong")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void theMailboxCanRefuseItsOwner() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.MAILBOX_REFUSES);
        assertThatThrownBy(() -> imap(host.alertsPassword())).isInstanceOf(AuthenticationFailedException.class);

        edge.faults.clear();
        assertThat(imap(host.alertsPassword())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDER_REFUSED", "MAIL_KEY_WRONG", "EGRESS_BLOCKED"})
    void mailCanGetLostWithoutAnyNotice(Fault fault) throws Exception {
        edge.faults.switchOn(Side.NEW, fault);

        send();

        assertThat(host.toAlerts()).isEmpty();
        edge.faults.clear();
        send();
        assertThat(host.toAlerts()).hasSize(1);
    }

    @Test
    void aMissingKeyIsAFailureOfSendingItself() {
        edge.faults.switchOn(Side.NEW, Fault.MAIL_KEY_MISSING);

        assertThatThrownBy(this::send).isInstanceOf(Outbox.MailFailure.class).hasMessageContaining("API_KEY");
    }

    @Test
    void theTwoSidesFailEachForItself() throws Exception {
        edge.faults.switchOn(Side.OLD, Fault.MAIL_KEY_WRONG);

        send();

        assertThat(host.toAlerts()).hasSize(1);
    }

    @Test
    void mailCanComeTwiceAsTwoMails() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.MAIL_TWICE);

        send();

        assertThat(host.toAlerts())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .doesNotHaveDuplicates();
    }

    @Test
    void mailCanGoToAStrangerToo() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.MAIL_TO_STRANGER);

        send();

        assertThat(host.toAlerts()).hasSize(1);
        assertThat(host.toAlerts().get(0).getRecipients(Message.RecipientType.CC))
                .containsExactly(new InternetAddress(MailService.STRANGER));
        assertThat(host.toEverybodyElse()).hasSize(1);
    }

    @Test
    void theMailboxCanHoldOnlyTheMailOfAnEarlierRun() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.ONLY_OLD_MAIL);

        send();

        assertThat(host.toAlerts()).hasSize(1);
        MimeMessage old = host.toAlerts().get(0);
        assertThat(old.getSubject()).isEqualTo("[Django] ERROR (EXTERNAL IP): Internal Server Error: /health/error");
        assertThat(old.getReceivedDate()).isBefore(edge.clock.instant().minus(Duration.ofMinutes(59)));
        assertThat(old.getContent().toString()).contains("Request URL: https://" + Hosts.NEW + "/health/error?run=");
    }

    @Test
    void mailCanComeLate() throws Exception {
        try (Later later = new Later()) {
            faults.switchOn(Side.NEW, Fault.MAIL_LATE);
            MailService slow =
                    new MailService(Side.NEW, host, faults, Duration.ofMillis(1500), later, edge.clock, edge.ids);

            slow.send(SENDER, List.of(MailHost.ALERTS), "late", "x");

            assertThat(host.toAlerts()).isEmpty();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> !host.toAlerts().isEmpty());
        }
    }

    @Test
    void aResetEmptiesTheMailboxesAndForgetsWhatWasLate() throws Exception {
        send();
        outbox.send(SENDER, List.of("applicant@example.com"), "hello", "x");
        edge.ground.reset();

        assertThat(host.toAlerts()).isEmpty();
        assertThat(host.toEverybodyElse()).isEmpty();
    }

    private void send() throws Outbox.MailFailure {
        outbox.send(SENDER, List.of(MailHost.ALERTS), "Error", "x");
    }

    private List<String> imap(String password) throws MessagingException {
        return Inbox.subjects(host.imapPort(), password);
    }
}
