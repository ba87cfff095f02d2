package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.front.NumericAddress;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import cutover.probe.tls.Refused;
import cutover.probe.tls.Refused.Kind;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedHandshakesTest {

    private static final String NAME = "www.example.org";
    private static final String FOUR = "192.0.2.1";
    private static final String SIX = "2001:db8::1";

    @Test
    void wherePlacesTakeNoConnectionAndNoneShakesHandsItMayBeOurNetwork() {
        assertThat(judged(true, Map.of(FOUR, Kind.CONNECT_TIMED_OUT, SIX, Kind.CONNECT_TIMED_OUT)))
                .hasSize(2)
                .allMatch(Unknown.class::isInstance);
    }

    @Test
    void aPlaceThatTakesNoConnectionWhileAnotherShakesHandsIsTheirs() {
        assertThat(judged(false, Map.of(FOUR, Kind.CONNECT_TIMED_OUT)))
                .singleElement()
                .isInstanceOf(Unmet.class)
                .extracting(Finding::sentence)
                .isEqualTo("www.example.org at 192.0.2.1 can't be connected to for https");
    }

    @Test
    void aPlaceThatTakesNoConnectionWhileAnotherRefusesItIsTheirs() {
        assertThat(judged(true, Map.of(FOUR, Kind.CONNECT_TIMED_OUT, SIX, Kind.PORT_CLOSED)))
                .hasSize(2)
                .allMatch(Unmet.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "OWN_TROUBLE"})
    void ourOwnTroubleIsUnknown(Kind kind) {
        assertThat(judged(false, Map.of(FOUR, kind)))
                .singleElement()
                .isInstanceOf(Unknown.class)
                .extracting(FailureText::of)
                .asString()
                .contains("could not be looked at from here", "what kept it away", "port 443");
        assertThat(judged(false, Map.of(SIX, kind)))
                .singleElement()
                .extracting(FailureText::of)
                .asString()
                .contains("[2001:db8::1]:443", "a machine that has IPv6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SILENT | takes the connection and does not finish the handshake | look at the listener",
                "UNFINISHED | takes the connection and does not finish the handshake | look at the listener",
                "ALERT | refuses the handshake: unrecognized_name | attach the certificate",
                "OTHER_VERSION | speaks outdated versions of TLS only | choose a security policy"
            })
    void whatTheyDoIsToldWithWhatToDo(Kind kind, String words, String toDo) {
        assertThat(judged(true, Map.of(FOUR, kind)))
                .singleElement()
                .isInstanceOf(Unmet.class)
                .extracting(FailureText::of)
                .asString()
                .startsWith("www.example.org at 192.0.2.1 " + words)
                .contains(toDo, "openssl s_client -showcerts -servername www.example.org -connect 192.0.2.1:443");
    }

    private static List<Finding> judged(boolean nowhere, Map<String, Kind> kinds) {
        List<Finding> findings = new ArrayList<>();
        Map<Spot, Refused> refused = new LinkedHashMap<>();
        kinds.forEach((address, kind) -> {
            InetSocketAddress reach = new InetSocketAddress(NumericAddress.of(address), 443);
            refused.put(Spot.at(address, 443, reach), refused(reach, kind));
        });
        new RefusedHandshakes(findings::add, NAME).judged(refused, nowhere);
        return findings;
    }

    private static Refused refused(InetSocketAddress reach, Kind kind) {
        return new Refused(
                NAME,
                reach,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                List.of(),
                kind,
                "what kept it away",
                kind == Kind.ALERT ? Optional.of("unrecognized_name") : Optional.empty());
    }
}
