package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.config.Secret;
import cutover.runbook.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

    private static final List<Decision> ALL = List.of(Decision.GO);
    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/T0/token",
                "hooks.example/T0/token",
                "https:// T0/token",
                "https:///T0/token"
            })
    void anAddressThatIsNotHttpsIsRefusedWithoutBeingTold(String address) {
        Secret url = Secret.of("LAUNCH_SLACK_URL", address);

        assertThatThrownBy(() -> new Notification.Slack(url, ALL, SOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the secret LAUNCH_SLACK_URL is no https address")
                .hasNoCause();
        assertThatThrownBy(() -> new Notification.Teams(url, ALL, SOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Notification.Webhook(url, Optional.empty(), ALL, SOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mailWithoutTlsIsForLoopbackOnly() {
        assertThatThrownBy(() -> mail("smtp.example.org", Optional.empty(), List.of("team@example.org")))
                .hasMessage("tls: none is for loopback only, and smtp.example.org is elsewhere");
        assertThat(mail("127.0.0.1", Optional.empty(), List.of("team@example.org"))
                        .tls())
                .isEqualTo(Notification.Tls.NONE);
    }

    @Test
    void mailNeedsSomebodyAndAPasswordForItsUser() {
        assertThatThrownBy(() -> mail("127.0.0.1", Optional.empty(), List.of())).hasMessage("to names nobody");
        assertThatThrownBy(() -> mail("127.0.0.1", Optional.of("cutover"), List.of("team@example.org")))
                .hasMessage("user and password belong together");
    }

    private static Notification.Mail mail(String host, Optional<String> user, List<String> to) {
        return new Notification.Mail(
                host, 25, Notification.Tls.NONE, user, Optional.empty(), "cutover@example.org", to, ALL, SOON);
    }
}
