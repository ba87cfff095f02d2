package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.environment.Pin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinnedRouteTest {

    private static final List<Pin> PINS =
            List.of(Pin.parse("www.example.org:443 -> 127.0.0.1:8443"), Pin.parse("www.example.org:80 -> [::1]:8080"));

    @Test
    void aPinnedHostAndPortGoToThePinsAddressAndPort() throws UnknownHostException {
        PinnedRoute route = new PinnedRoute(PINS, true);

        assertThat(route.to("WWW.example.org", 443))
                .containsExactly(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 8443));
        assertThat(route.to("www.example.org", 80))
                .containsExactly(new InetSocketAddress(InetAddress.getByName("::1"), 8080));
    }

    @Test
    void aRehearsalReachesNothingElse() {
        PinnedRoute route = new PinnedRoute(PINS, true);

        assertThatThrownBy(() -> route.to("www.example.org", 8443))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("www.example.org:8443 is not pinned");
        assertThatThrownBy(() -> route.to("localhost", 443)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void elsewhereEveryAddressOfTheNameIsTaken() throws UnknownHostException {
        assertThat(new PinnedRoute(PINS, false).to("localhost", 443))
                .isNotEmpty()
                .allMatch(address ->
                        address.getPort() == 443 && address.getAddress().isLoopbackAddress());
    }

    @Test
    void nobodyIsAskedForWhatIsPinnedAndInARehearsalForNothing() {
        PinnedRoute route = new PinnedRoute(PINS, false);

        assertThat(route.asksNobody("WWW.example.org", 443)).isTrue();
        assertThat(route.asksNobody("www.example.org", 8443)).isFalse();
        assertThat(new PinnedRoute(PINS, true).asksNobody("www.example.org", 8443))
                .isTrue();
    }
}
