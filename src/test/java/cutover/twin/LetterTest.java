package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.mail.Inbound;
import cutover.twin.mail.MailHost;
import cutover.twin.mail.MailService;
import cutover.twin.web.Letter;
import cutover.twin.web.Outbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail that the application sends while its caller waits, and where it ends. */
class LetterTest {

    private static final String SENDER = "clearmyrecord@codeforamerica.org";

    @TempDir
    private Path folder;

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
    void theOwnerOfTheVoicemailMailboxSeesTheMailBelowTls() throws Exception {
        outbox.deliver(voicemail("New voicemail"));

        assertThat(box().subjects("INBOX", host.voicemailPassword())).containsExactly("New voicemail");
        assertThat(box().subjects(MailHost.JUNK, host.voicemailPassword())).isEmpty();
        MimeMessage mail = host.toVoicemail().get(0);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress(SENDER));
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent()).isEqualTo("\u00e9 & text");
    }

    @Test
    void whoDoesNotKnowTheAuthorityDoesNotTrustTheMailbox() throws Exception {
        VoicemailBox stranger = new VoicemailBox(host.imapsPort(), SSLContext.getDefault());

        assertThatThrownBy(() -> stranger.subjects("INBOX", host.voicemailPassword()))
                .isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(CertPathBuilderException.class);
    }

    @Test
    void theMailboxCanRefuseItsOwner() throws Exception {
        assertThatThrownBy(() -> box().subjects("INBOX", "wrong")).isInstanceOf(AuthenticationFailedException.class);
        edge.faults.switchOn(Side.NEW, Fault.INBOX_REFUSES);
        assertThatThrownBy(() -> box().subjects("INBOX", host.voicemailPassword()))
                .isInstanceOf(AuthenticationFailedException.class);

        edge.faults.clear();
        assertThat(box().subjects("INBOX", host.voicemailPassword())).isEmpty();
    }

    @Test
    void aLetterWithHtmlHasBothAsAlternatives() throws Exception {
        outbox.deliver(new Letter(SENDER, "bob@example.com", "both", "\u00e9 text", Optional.of("<p>\u00e9</p>")));

        MimeMessage mail = host.toEverybodyElse().get(0);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("bob@example.com"));
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("\u00e9 text");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>\u00e9</p>");
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL_KEY_WRONG", "MAIL_KEY_MISSING", "EGRESS_BLOCKED"})
    void aLetterThatTheServiceDoesNotTakeIsAFailure(Fault fault) {
        edge.faults.switchOn(Side.NEW, fault);

        assertThatThrownBy(() -> outbox.deliver(voicemail("x"))).isInstanceOf(Outbox.MailFailure.class);
        assertThat(host.toVoicemail()).isEmpty();
    }

    @Test
    void aLetterToAnAddressThatIsNoneIsAFailure() {
        assertThatThrownBy(() -> outbox.deliver(Letter.plain(SENDER, "no address", "x", "x")))
                .isInstanceOf(Outbox.MailFailure.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL_LATE", "MAIL_TWICE", "MAIL_TO_STRANGER", "SENDER_REFUSED", "NO_ALERT_RECIPIENTS"})
    void whatIsWrongWithErrorMailDoesNotTouchLetters(Fault fault) throws Exception {
        edge.faults.switchOn(Side.NEW, fault);

        outbox.deliver(voicemail("x"));

        assertThat(host.toVoicemail()).hasSize(1);
        assertThat(host.toVoicemail().get(0).getAllRecipients()).hasSize(1);
        assertThat(host.toEverybodyElse()).isEmpty();
    }

    @Test
    void aStrangerCanGetACopy() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.WEBHOOK_MAIL_TO_STRANGER);

        outbox.deliver(voicemail("x"));

        assertThat(host.toVoicemail().get(0).getRecipients(Message.RecipientType.CC))
                .containsExactly(new InternetAddress(MailService.STRANGER));
        assertThat(host.toEverybodyElse()).hasSize(1);
    }

    @Test
    void mailToTheVendorsDomainsIsHandedOverInsteadOfLaidIntoAMailbox() throws Exception {
        Map<String, String> received = new ConcurrentHashMap<>();
        host.inbound(new Inbound() {
            @Override
            public boolean takes(String recipient) {
                return !recipient.startsWith("other");
            }

            @Override
            public void receive(String recipient, byte[] mime) {
                received.put(recipient, new String(mime, StandardCharsets.US_ASCII));
            }
        });

        for (String to : List.of(
                "bob@clearmyrecord.org", "a@EU.clearmyrecord.org", "other@clearmyrecord.org", "c@example.com")) {
            outbox.deliver(Letter.plain(SENDER, to, "hello", "plain text"));
        }

        assertThat(received.keySet()).containsExactlyInAnyOrder("bob@clearmyrecord.org", "a@EU.clearmyrecord.org");
        assertThat(received.get("bob@clearmyrecord.org"))
                .contains("Subject: hello\r\n", "To: bob@clearmyrecord.org\r\n")
                .endsWith("\r\n\r\nplain text");
        assertThat(host.toEverybodyElse()).hasSize(2);
    }

    @Test
    void withoutAnExchangerMailToTheVendorsDomainsIsCaughtWithTheRest() throws Exception {
        outbox.deliver(Letter.plain(SENDER, "bob@clearmyrecord.org", "hello", "x"));

        assertThat(host.toEverybodyElse()).hasSize(1);
    }

    private VoicemailBox box() {
        return new VoicemailBox(host.imapsPort(), edge.client().trust());
    }

    private static Letter voicemail(String subject) {
        return Letter.plain(SENDER, MailHost.VOICEMAIL, subject, "\u00e9 & text");
    }
}
