package cutover.twin.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.port.PortObservation;
import cutover.probe.port.PortObservation.Closed;
import cutover.probe.port.PortObservation.Filtered;
import cutover.probe.port.PortObservation.Open;
import cutover.probe.port.PortProbe;
import cutover.probe.port.PortSettings;
import cutover.twin.door.TcpDoor.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TcpDoorTest {

    private static final Duration A_WHILE = Duration.ofMillis(400);

    @Test
    void anOpenDoorAcceptsAndWaitsForTheClientToSpeak() throws Exception {
        try (TcpDoor door = door(State.OPEN)) {
            assertThat(knock(door))
                    .isInstanceOfSatisfying(
                            Open.class, open -> assertThat(open.greeting()).isEmpty());
        }
    }

    @Test
    void anOpenDoorHangsUpOnWhoHasSpoken() throws Exception {
        try (TcpDoor door = door(State.OPEN);
                Socket client = connected(door)) {
            client.getOutputStream().write("hello?".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void anOpenDoorTakesManyAtOnce() throws Exception {
        try (TcpDoor door = door(State.OPEN)) {
            assertThat(knocks(door, 60)).hasSize(60).allMatch(Open.class::isInstance);
        }
    }

    @Test
    void aClosedDoorRefuses() throws Exception {
        try (TcpDoor door = door(State.CLOSED)) {
            assertThat(knock(door)).isInstanceOf(Closed.class);
        }
    }

    @Test
    void aFilteredDoorGivesNoAnswerToAnybody() throws Exception {
        try (TcpDoor door = door(State.FILTERED)) {
            assertThat(knocks(door, 40))
                    .hasSize(40)
                    .allSatisfy(seen -> assertThat(seen)
                            .isInstanceOfSatisfying(
                                    Filtered.class,
                                    filtered -> assertThat(filtered.how()).isEqualTo(Filtered.How.SILENCE)));
        }
    }

    @Test
    void aFilteredDoorOutlastsTheRepeatsOfAPatientClient() throws Exception {
        try (TcpDoor door = door(State.FILTERED)) {
            // Linux repeats a SYN after 1 s and after 3 s
            PortSettings patient = new PortSettings(Duration.ofMillis(3_500), Clock.systemUTC());

            assertThat(new PortProbe(patient).look(door.address())).isInstanceOf(Filtered.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberStaysWhateverTheDoorBecomes(State between) throws Exception {
        try (TcpDoor door = door(State.OPEN)) {
            int port = door.port();
            door.become(between);
            door.become(State.CLOSED);
            assertThat(knock(door)).isInstanceOf(Closed.class);
            door.become(between);
            door.become(State.FILTERED);
            assertThat(knock(door)).isInstanceOf(Filtered.class);
            door.become(between);
            door.become(State.OPEN);
            assertThat(knock(door)).isInstanceOf(Open.class);
            assertThat(door.state()).isEqualTo(State.OPEN);
            assertThat(door.port()).isEqualTo(port).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "FILTERED"})
    void connectionsEndWithTheStateInWhichTheyWereMade(State next) throws Exception {
        try (TcpDoor door = door(State.OPEN);
                Socket client = connected(door)) {
            door.become(next);

            assertThat(hasEnded(client)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDoorThatIsGoneGivesItsPortBack(State last) throws Exception {
        TcpDoor door = door(last);
        door.close();
        door.close();

        try (ServerSocket other = new ServerSocket()) {
            other.bind(door.address());
            assertThat(other.isBound()).isTrue();
        }
        assertThatThrownBy(() -> door.become(State.OPEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(door.address().toString());
    }

    @Test
    void aDoorIsOnThisMachineOnly() throws Exception {
        InetAddress elsewhere = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});

        assertThatThrownBy(() -> new TcpDoor(elsewhere, State.OPEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.1");
    }

    private static TcpDoor door(State first) throws Exception {
        return new TcpDoor(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), first);
    }

    private static Socket connected(TcpDoor door) throws Exception {
        Socket client = new Socket();
        client.setSoTimeout(20_000);
        client.connect(door.address(), 20_000);
        return client;
    }

    /** Whether by an orderly end or, when the server had not taken the connection yet, by a reset. */
    private static boolean hasEnded(Socket client) throws IOException {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException stands) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static PortObservation knock(TcpDoor door) {
        return knocks(door, 1).get(0);
    }

    private static List<PortObservation> knocks(TcpDoor door, int many) {
        PortSettings settings = door.state() == State.FILTERED
                ? new PortSettings(A_WHILE, Clock.systemUTC())
                : new PortSettings(Duration.ofSeconds(20), A_WHILE, Clock.systemUTC());
        List<InetSocketAddress> addresses = Collections.nCopies(many, door.address());
        return new PortProbe(settings).look(addresses);
    }
}
