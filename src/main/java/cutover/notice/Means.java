package cutover.notice;

import cutover.environment.Notification;
import cutover.probe.http.HttpProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * What channels speak with.
 *
 * @param http makes a probe that may post, and gives an exchange up after a time
 * @param trust for mail; empty for the JDK's own
 */
public record Means(Function<Duration, HttpProbe> http, Optional<SSLContext> trust, Clock clock) {

    Channel channel(String name, Notification place) {
        if (place instanceof Notification.Slack slack) {
            String told = "Slack channel " + name;
            return new SlackChannel(told, posts(told, slack.url().reveal(), Map.of(), slack.within()));
        }
        if (place instanceof Notification.Teams teams) {
            String told = "Teams channel " + name;
            return new TeamsChannel(
                    told, UnderTest.host(teams), posts(told, teams.url().reveal(), Map.of(), teams.within()));
        }
        if (place instanceof Notification.Webhook hook) {
            String told = "webhook " + name;
            Map<String, String> headers = hook.token()
                    .map(token -> Map.of("Authorization", "Bearer " + token.reveal()))
                    .orElse(Map.of());
            return new WebhookChannel(told, posts(told, hook.url().reveal(), headers, hook.within()));
        }
        return new MailChannel("mail " + name, (Notification.Mail) place, trust, clock);
    }

    private Posts posts(String channel, String address, Map<String, String> headers, Duration within) {
        return new Posts(channel, address, headers, within, http);
    }
}
