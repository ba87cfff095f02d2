package cutover.environment.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.environment.front.Doors.Door;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates, doors and former names as files may write them. */
class LocksTest {

    private static final Endpoint FOUR = Endpoint.parse("203.0.113.7:443");

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7:443", "[2001:db8::7]:5432"})
    void anEndpointIsToldAsItIsWritten(String text) {
        assertThat(Endpoint.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"www.example.org:443", "203.0.113.7", "2001:db8::7:443", "203.0.113.7:0", "203.0.113.7:70000"})
    void anEndpointIsAnAddressWithAPort(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDoorNeedsAControlOfItsOwnAddressFamily() {
        Door door = door(List.of("2001:db8::7"), List.of(Phase.DAY2), List.of());

        assertThatThrownBy(() -> new Doors(Duration.ofSeconds(1), List.of(FOUR), List.of(door)))
                .hasMessage("door 'database' has the address 2001:db8::7, and control has none of IPv6");
    }

    @Test
    void withoutAControlSilenceProvesNothing() {
        assertThatThrownBy(() -> new Doors(Duration.ofSeconds(1), List.of(), List.of()))
                .hasMessageContaining("control needs a door that is surely open");
    }

    @Test
    void aDoorIsNotShutAndOpenInOnePhase() {
        assertThatThrownBy(() -> door(List.of("203.0.113.7"), List.of(Phase.DAY2), List.of(Phase.DAY2)))
                .hasMessage("door 'database' can't be both shut and open in phase day2");
    }

    @Test
    void aDoorHasAHostOrAddresses() {
        assertThatThrownBy(() -> door(List.of(), List.of(Phase.DAY2), List.of()))
                .hasMessage("door 'database' needs a host or addresses");
    }

    @Test
    void versionsOfTlsAreKnownAndNotBothAcceptedAndRefused() {
        assertThatThrownBy(() -> new Certificates(List.of(), 14, List.of("TLS1.2"), List.of(), List.of()))
                .hasMessageStartingWith("no version of TLS is called 'TLS1.2'");
        assertThatThrownBy(() -> new Certificates(List.of(), 14, List.of("TLSv1.2"), List.of("TLSv1.2"), List.of()))
                .hasMessage("TLSv1.2 can't be both accepted and refused");
    }

    @Test
    void aFormerNameNeedsThePlatformsOwnAnswer() {
        assertThatThrownBy(() -> new Gone("old.example.org", List.of(), List.of(Phase.DAY2), List.of()))
                .hasMessageContaining("silence alone does not tell that 'old.example.org' is gone");
        assertThatThrownBy(() -> new Gone.Answer(200, "bye", false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Door door(List<String> addresses, List<Phase> shut, List<Phase> open) {
        return new Door("database", Optional.empty(), addresses, 5432, shut, open);
    }
}
