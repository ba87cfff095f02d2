package cutover.twin.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cutover.probe.port.PortObservation;
import cutover.probe.port.PortObservation.Closed;
import cutover.probe.port.PortObservation.Filtered;
import cutover.probe.port.PortObservation.Open;
import cutover.probe.port.PortProbe;
import cutover.probe.port.PortSettings;
import cutover.twin.door.TcpDoor.State;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpDoorsTest {

    @Test
    void theDoorOnIpv4IsThereAndTheOneOnIpv6OrTheReasonWhyNot() {
        try (TcpDoors doors = new TcpDoors(State.OPEN)) {
            assertThat(doors.four().address().getAddress()).isInstanceOf(Inet4Address.class);
            assertThat(doors.six().isPresent()).isEqualTo(doors.whyNoSix().isEmpty());
        }
    }

    @Test
    void bothFamiliesChangeTogether() {
        try (TcpDoors doors = new TcpDoors(State.OPEN)) {
            TcpDoor six = six(doors);
            assertThat(six.address().getAddress()).isInstanceOf(Inet6Address.class);
            assertThat(knock(doors.four())).isInstanceOf(Open.class);
            assertThat(knock(six)).isInstanceOf(Open.class);

            doors.become(State.FILTERED);
            assertThat(knock(doors.four())).isInstanceOf(Filtered.class);
            assertThat(knock(six)).isInstanceOf(Filtered.class);

            doors.become(State.CLOSED);
            assertThat(knock(doors.four())).isInstanceOf(Closed.class);
            assertThat(knock(six)).isInstanceOf(Closed.class);
        }
    }

    @Test
    void oneFamilyAloneCanBeForgottenOpen() {
        try (TcpDoors doors = new TcpDoors(State.CLOSED)) {
            TcpDoor six = six(doors);
            six.become(State.OPEN);

            assertThat(knock(doors.four())).isInstanceOf(Closed.class);
            assertThat(knock(six)).isInstanceOf(Open.class);
        }
    }

    @Test
    void closingGivesBothPortsBack() throws Exception {
        TcpDoors doors = new TcpDoors(State.OPEN);
        doors.close();

        assertThat(isFree(doors.four())).isTrue();
        assertThat(doors.six().map(TcpDoorsTest::isFree)).isNotEqualTo(Optional.of(false));
    }

    private static boolean isFree(TcpDoor door) {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(door.address());
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static TcpDoor six(TcpDoors doors) {
        assumeTrue(doors.six().isPresent(), doors::whyNoSix);
        return doors.six().orElseThrow();
    }

    private static PortObservation knock(TcpDoor door) {
        Duration connection = door.state() == State.FILTERED ? Duration.ofMillis(400) : Duration.ofSeconds(20);
        return new PortProbe(new PortSettings(connection, Duration.ofMillis(100), Clock.systemUTC()))
                .look(door.address());
    }
}
