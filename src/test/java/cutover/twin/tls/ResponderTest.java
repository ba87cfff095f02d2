package cutover.twin.tls;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.tls.Staple;
import cutover.probe.tls.Staple.Response;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the twin's servers staple, as the probe sees it. */
class ResponderTest {

    private Doorstep doorstep;
    private Responder responder;

    @BeforeEach
    void open() {
        doorstep = new Doorstep();
        responder = doorstep.authority().responder();
    }

    @AfterEach
    void close() {
        responder.close();
        doorstep.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, GOOD, true",
        "REVOKED, REVOKED, true",
        "UNKNOWN, UNKNOWN, true",
        "GOOD_UNTIL_YESTERDAY, GOOD, false",
    })
    void whatIsSaidIsStapled(Said said, Response.Status status, boolean current) {
        assertThat(staple(said)).isInstanceOfSatisfying(Response.class, response -> {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.current(Clock.systemUTC().instant())).isEqualTo(current);
        });
    }

    @Test
    void whatIsGarbledIsStapledToo() {
        assertThat(staple(Said.GARBLED)).isEqualTo(new Staple.Unreadable("not an OCSP response: of no known status"));
    }

    @Test
    void whereNothingIsSaidNothingIsStapled() {
        assertThat(staple(Said.NOTHING)).isEqualTo(new Staple.None());
    }

    @Test
    void aCertificateThatNamesNoResponderHasNoStaple() {
        assertThat(doorstep.shaken(doorstep.usual("www.example.org").issued()).staple())
                .isEqualTo(new Staple.None());
    }

    private Staple staple(Said said) {
        Draft draft = doorstep.authority().certificate(List.of("www.example.org"));
        return doorstep.shaken(draft.vouchedFor(responder, said).issued()).staple();
    }
}
