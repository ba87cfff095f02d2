package cutover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.Notification;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTroubleTest {

    @Test
    void aServerThatIsSilentIsLateWhoeverOfTheTwoClocksNoticesFirst() {
        Notification.Mail place = new Notification.Mail(
                "mail.example.org",
                465,
                Notification.Tls.SMTPS,
                Optional.empty(),
                Optional.empty(),
                "cutover@example.org",
                List.of("team@example.org"),
                List.of(),
                Duration.ofSeconds(2));
        MessagingException silent = new MessagingException(
                "Could not connect to SMTP host: mail.example.org, port: 465",
                new SocketTimeoutException("Read timed out"));

        MailTrouble trouble = new MailTrouble("team", place);

        assertThat(trouble.of(silent)).isEqualTo(trouble.late());
        assertThat(trouble.late())
                .isInstanceOfSatisfying(
                        Delivery.Lost.class,
                        lost -> assertThat(lost.why())
                                .isEqualTo("mail.example.org:465 has not taken the mail within 2.0 s"));
    }
}
