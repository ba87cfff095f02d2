package cutover.probe.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cutover.probe.port.PortObservation.Closed;
import cutover.probe.port.PortObservation.Filtered;
import cutover.probe.port.PortObservation.Filtered.How;
import cutover.probe.port.PortObservation.Open;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PortProbeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final PortSettings SETTINGS =
            new PortSettings(Duration.ofSeconds(20), Duration.ofSeconds(20), CLOCK);
    private static final PortSettings IMPATIENT =
            new PortSettings(Duration.ofSeconds(20), Duration.ofMillis(50), CLOCK);
    private static final InetSocketAddress FOUR = address("192.0.2.1");
    private static final InetSocketAddress SIX = address("2001:db8::1");

    @Test
    void aServerThatSpeaksFirstIsOpenWithItsWords() throws Exception {
        try (Doors doors = new Doors(loopback(), bytes("220 mail.example.org\r\n\0"))) {
            assertThat(new PortProbe(SETTINGS).look(doors.address())).isInstanceOfSatisfying(Open.class, open -> {
                assertThat(open.address()).isEqualTo(doors.address());
                assertThat(open.at()).isEqualTo(NOON);
                assertThat(open.greeting()).contains("220 mail.example.org\\r\\n\\x00");
                assertThat(open.told())
                        .isEqualTo("127.0.0.1:" + doors.address().getPort()
                                + " is open and greets with \"220 mail.example.org\\r\\n\\x00\"");
            });
        }
    }

    @Test
    void aServerThatWaitsForTheClientIsOpenWithoutAGreeting() throws Exception {
        try (Doors doors = new Doors(loopback(), new byte[0])) {
            assertThat(new PortProbe(IMPATIENT).look(doors.address()))
                    .isInstanceOfSatisfying(
                            Open.class, open -> assertThat(open.greeting()).isEmpty());
        }
    }

    @Test
    void aLongGreetingIsCut() throws Exception {
        try (Doors doors = new Doors(loopback(), bytes("x".repeat(5_000)))) {
            assertThat(new PortProbe(SETTINGS).look(doors.address()))
                    .isInstanceOfSatisfying(
                            Open.class,
                            open -> assertThat(open.greeting().orElseThrow()).hasSizeBetween(1, 256));
        }
    }

    @Test
    void aPortWithoutListenerIsClosed() throws Exception {
        InetSocketAddress left = left();
        assertThat(new PortProbe(SETTINGS).look(left))
                .isEqualTo(new Closed(left, NOON, Duration.ZERO))
                .extracting(PortObservation::told)
                .isEqualTo("127.0.0.1:" + left.getPort() + " is closed: the connection was refused");
    }

    @Test
    void ipv6IsLookedAtLikeIpv4() throws Exception {
        InetAddress six = InetAddress.getByName("::1");
        assumeTrue(NetworkInterface.getByInetAddress(six) != null, "this machine has no ::1");
        try (Doors doors = new Doors(six, bytes("hello"))) {
            assertThat(new PortProbe(SETTINGS).look(doors.address()).told())
                    .isEqualTo("[0:0:0:0:0:0:0:1]:" + doors.address().getPort() + " is open and greets with \"hello\"");
        }
    }

    @Test
    void aListenerWhoseQueueIsFullIsFiltered() throws Exception {
        PortSettings settings = new PortSettings(Duration.ofMillis(300), CLOCK);
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, loopback())) {
            InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
            boolean filled = fill(address, waiting);
            assumeTrue(filled, "this system takes any number of connections into its queue");
            assertThat(new PortProbe(settings).look(address))
                    .isEqualTo(new Filtered(address, NOON, Duration.ZERO, How.SILENCE, "no answer within 300 ms"));
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void manyAreToldInTheOrderInWhichTheyWereAsked() throws Exception {
        try (Doors one = new Doors(loopback(), bytes("one"));
                Doors two = new Doors(loopback(), bytes("two"))) {
            List<InetSocketAddress> addresses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                addresses.addAll(List.of(one.address(), left(), two.address()));
            }
            List<PortObservation> seen = new PortProbe(SETTINGS).look(addresses);
            assertThat(seen).extracting(PortObservation::address).isEqualTo(addresses);
            assertThat(seen.subList(57, 60).stream().map(PortProbeTest::kind))
                    .containsExactly("open one", "closed", "open two");
        }
    }

    @Test
    void noAddressesAreNoObservations() {
        assertThat(new PortProbe(SETTINGS).look(List.of())).isEmpty();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(FOUR, new SocketTimeoutException("Connect timed out"), true, "SILENCE"),
                Arguments.of(FOUR, new ConnectException("Connection timed out"), true, "SILENCE"),
                Arguments.of(FOUR, new ConnectException("Connection refused"), true, "closed"),
                Arguments.of(FOUR, new ConnectException("Verbindungsaufbau abgelehnt"), true, "closed"),
                Arguments.of(FOUR, new NoRouteToHostException("No route to host"), true, "ICMP"),
                Arguments.of(FOUR, new NoRouteToHostException("No route to host"), false, "own trouble"),
                Arguments.of(FOUR, new SocketException("Network is unreachable"), true, "ICMP"),
                Arguments.of(FOUR, new SocketException("Network is unreachable"), false, "own trouble"),
                Arguments.of(SIX, new BindException("Permission denied"), true, "ICMP"),
                Arguments.of(FOUR, new SocketException("Operation not permitted"), true, "own trouble"),
                Arguments.of(SIX, new SocketException("Protocol family unavailable"), false, "own trouble"),
                Arguments.of(FOUR, new BindException("Cannot assign requested address"), true, "own trouble"),
                Arguments.of(FOUR, new IOException(), true, "own trouble"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatTheSystemSaysIsToldAsWhoKeptTheDoorShut(
            InetSocketAddress address, IOException error, boolean way, String told) {
        assertThat(kind(new PortProbe(SETTINGS, failing(error, way)).look(address)))
                .isEqualTo(told);
    }

    @Test
    void missingIpv6IsNamed() {
        Line none = failing(new SocketException("Network is unreachable"), false);
        assertThat(new PortProbe(SETTINGS, none).look(SIX).told())
                .isEqualTo("[2001:db8:0:0:0:0:0:1]:5432 could not be tried from here:"
                        + " no IPv6 way there: Network is unreachable");
    }

    @Test
    void onlyAddressesAreLookedAt() {
        PortProbe probe = new PortProbe(SETTINGS);
        assertThatThrownBy(() -> probe.look(InetSocketAddress.createUnresolved("db.example.org", 5432)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("db.example.org");
        assertThatThrownBy(() -> probe.look(List.of(FOUR, new InetSocketAddress(loopback(), 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PortSettings(Duration.ZERO, CLOCK)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String kind(PortObservation seen) {
        return seen.fold(
                open -> "open " + open.greeting().orElse("silent"),
                closed -> "closed",
                filtered -> filtered.how().name(),
                trouble -> "own trouble");
    }

    private static Line failing(IOException error, boolean way) {
        return new Line() {
            @Override
            public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
                throw error;
            }

            @Override
            public boolean leadsTo(InetSocketAddress to) {
                return way;
            }
        };
    }

    /** Connects until the system lets nobody in any more. */
    private static boolean fill(InetSocketAddress address, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(address, 1_000);
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
        return false;
    }

    /** Where nobody listens any more. */
    private static InetSocketAddress left() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static InetSocketAddress address(String literal) {
        return new InetSocketAddress(literal, 5432);
    }
}
