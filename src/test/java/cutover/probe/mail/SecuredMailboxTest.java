package cutover.probe.mail;

import static cutover.probe.mail.PostOffice.mails;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecuredMailboxTest {

    private static final Predicate<Mail> ANY = mail -> true;
    private static final Instant LONG_AGO = Instant.parse("2018-01-01T00:00:00Z");

    private final TestAuthority authority = new TestAuthority();
    private final PostOffice office = new PostOffice();

    @AfterEach
    void stop() {
        office.close();
    }

    private SecuredImap front(Tls tls, SSLContext shown) throws Exception {
        return tls == Tls.IMAPS ? SecuredImap.imaps(shown, office.port()) : SecuredImap.startTls(shown, office.port());
    }

    private static MailObservation look(SecuredImap front, Tls tls, SSLContext trust) {
        return new ImapMailbox(PostOffice.settings(front.port(), tls, trust, "pass word", "INBOX")).look(LONG_AGO, ANY);
    }

    private static String unreachable(MailObservation seen) {
        return seen.fold(
                mails -> {
                    throw new AssertionError(mails);
                },
                refused -> {
                    throw new AssertionError(refused);
                },
                MailObservation.Unreachable::detail);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "STARTTLS"})
    void mailIsReadBehindACertificateThatIsTrusted(Tls tls) throws Exception {
        office.deliver("Subject: safe\n\nhello\n");
        try (SecuredImap front = front(tls, authority.server("localhost"))) {
            assertThat(mails(look(front, tls, authority.trust())))
                    .extracting(Mail::subject)
                    .containsExactly("safe");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "STARTTLS"})
    void anIssuerThatNobodyKnowsIsNamedAsSuch(Tls tls) throws Exception {
        try (SecuredImap front = front(tls, new TestAuthority().server("localhost"))) {
            assertThat(unreachable(look(front, tls, authority.trust())))
                    .contains("localhost:" + front.port())
                    .contains("its certificate is not trusted");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "STARTTLS"})
    void anExpiredCertificateIsNamedAsSuch(Tls tls) throws Exception {
        try (SecuredImap front = front(tls, authority.expired("localhost"))) {
            assertThat(unreachable(look(front, tls, authority.trust()))).contains("expired on 2024-01-02T12:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "STARTTLS"})
    void aCertificateForAnotherNameIsNamedAsSuch(Tls tls) throws Exception {
        try (SecuredImap front = front(tls, authority.server("imap.example.net", "example.net"))) {
            assertThat(unreachable(look(front, tls, authority.trust())))
                    .contains("its certificate does not cover localhost");
        }
    }

    @Test
    void aServerThatOffersNoTlsOnDemandIsNotSpokenToInTheClear() {
        MailObservation seen = new ImapMailbox(
                        PostOffice.settings(office.port(), Tls.STARTTLS, authority.trust(), "pass word", "INBOX"))
                .look(LONG_AGO, ANY);
        assertThat(unreachable(seen)).contains("STARTTLS");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatSaysNothingIsGivenUp(Tls tls) throws Exception {
        try (SecuredImap silent = SecuredImap.silent(office.port())) {
            MailObservation seen = new ImapMailbox(new MailboxSettings(
                            "localhost",
                            silent.port(),
                            tls,
                            authority.trust(),
                            "alerts",
                            () -> "pass word",
                            List.of("INBOX"),
                            Duration.ofMillis(500),
                            Duration.ofMillis(300)))
                    .look(LONG_AGO, ANY);
            assertThat(unreachable(seen)).contains("localhost:" + silent.port()).containsIgnoringCase("timed out");
        }
    }

    @Test
    void mailInTheSpamFolderIsFoundThere() {
        office.deliver("Subject: one\n\nhello\n");
        office.file("Spam", "Subject: two\n\nhello\n");
        List<Mail> mails = mails(office.mailbox("pass word", "INBOX", "Spam").look(LONG_AGO, ANY));
        assertThat(mails)
                .extracting(mail -> mail.subject() + " in " + mail.folder())
                .containsExactlyInAnyOrder("one in INBOX", "two in Spam");
    }
}
