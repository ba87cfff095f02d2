package cutover.probe.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterLineTest {

    private static final Instant AT = Instant.parse("2018-01-12T18:03:21Z");

    private static Optional<RouterLine> in(String text) {
        return RouterLine.in(LogLines.event("heroku[router]", AT, text));
    }

    @Test
    void aRequestThatTheApplicationAnsweredIsReadWhole() {
        RouterLine line =
                in("at=info method=GET path=\"/apply/?county=sf\" host=www.example.org request_id=8601b555 fwd=\"192.0.2.7\""
                                + " dyno=web.1 connect=1ms service=18ms status=200 bytes=13")
                        .orElseThrow();

        assertThat(line.failed()).isFalse();
        assertThat(line.target()).isEqualTo("/apply/?county=sf");
        assertThat(line.line())
                .isEqualTo(new AccessLine("192.0.2.7", AT, "GET", "/apply/", 200, 13, "", "", Duration.ofMillis(18)));
    }

    @Test
    void aRequestThatOnlyTheRouterAnsweredIsToldAsFailed() {
        RouterLine line =
                in("at=error code=H10 desc=\"App crashed\" method=POST path=\"/\" host=www.example.org fwd=\"192.0.2.7\""
                                + " dyno= connect= service= status=503 bytes=")
                        .orElseThrow();

        assertThat(line.failed()).isTrue();
        assertThat(line.line().state()).isEqualTo(503);
        assertThat(line.line().duration()).as("not told").isZero();
        assertThat(line.line().size()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "State changed from starting to up",
                "at=info method=GET path=\"/\"",
                "at=info status=200",
                "192.0.2.7 - - [12/Jan/2018:18:03:21 +0000] \"GET /?at=info HTTP/1.1\" 200 22"
            })
    void otherLinesAreNone(String text) {
        assertThat(in(text)).isEmpty();
    }
}
