package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.Told;
import cutover.provider.pingdom.PingdomAccount;
import cutover.provider.pingdom.UptimeWatch;
import cutover.twin.Moment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pointing the uptime monitor elsewhere, by Pingdom's API, on the twin. */
class PingdomLeverTest extends OneLeverTwin {

    private static final String NEW = "www.clearmyrecord.org";
    private static final String OLD = "clearmyrecord.codeforamerica.org";

    private PingdomAccount account;

    @BeforeEach
    void signIn() {
        account = account(lever.secret("TWIN_PINGDOM_TOKEN"));
    }

    @Test
    void theMonitorWatchesWhereItIsPointedUntilTheMomentIsSetAnew() {
        assertThat(account.watches(OLD)).isEqualTo(Told.value(List.of()));

        assertThat(account.pointAt(monitor(NEW), URI.create("https://" + OLD + "/health/"))
                        .trouble())
                .isEmpty();

        assertThat(monitor(OLD).address()).isEqualTo("https://" + OLD + "/health/");
        assertThat(monitor(OLD).text()).isEqualTo("Everything seems fine");
        assertThat(account.watches(NEW)).isEqualTo(Told.value(List.of()));
        lever.twin.at(Moment.SWITCHED);
        assertThat(monitor(NEW).address()).isEqualTo("https://" + NEW + "/health/");
        account.pointAt(monitor(NEW), URI.create("https://" + OLD + "/health/"));
        lever.twin.reset();
        assertThat(monitor(NEW).host()).isEqualTo(NEW);
    }

    @Test
    void afterARollbackTheTeamWatchesTheOldHost() {
        lever.twin.at(Moment.BACK);

        assertThat(monitor(OLD).address()).isEqualTo("https://" + OLD + "/health/");
    }

    @Test
    void aWrongTokenAndAnUnknownMonitorAreRefused() {
        UptimeWatch watch = monitor(NEW);
        UptimeWatch unknown = new UptimeWatch(1, "", NEW, "/health/", true, "", "up", 1);

        assertThat(account("wrong").pointAt(watch, URI.create("https://" + OLD + "/health/")))
                .isEqualTo(Told.refused(403, "Forbidden", "Invalid API token"));
        assertThat(account.pointAt(unknown, URI.create("https://" + OLD + "/health/")))
                .isEqualTo(Told.refused(404, "Not Found", "Invalid check identifier"));
        assertThat(monitor(NEW)).isEqualTo(watch);
    }

    private UptimeWatch monitor(String host) {
        return account.watches(host).value().orElseThrow().get(0);
    }

    private PingdomAccount account(String token) {
        return new PingdomAccount(() -> token, Optional.of(lever.place("twin.pingdom.endpoint")), LeverTwin.PATIENCE);
    }
}
