package cutover.probe.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static final String ID = "f1690000-1111-2222-3333-444455556666";
    private static final Instant CARRIED = Instant.parse("2018-01-12T18:03:30Z");

    private static List<LogRecord> lines(String... lines) {
        return LogLines.records("file", List.of(lines), Instant.EPOCH);
    }

    @Test
    void millisecondsWithoutZerosAreMilliseconds() {
        LogRecord record = LogLines.event("s", CARRIED, "[ERROR]\t2018-01-12T18:03:21.86Z\t" + ID + "\tInternal\n");
        assertThat(record.at()).isEqualTo(Instant.parse("2018-01-12T18:03:21.086Z"));
        assertThat(record.level()).isEqualTo("ERROR");
        assertThat(record.requestId()).isEqualTo(ID);
        assertThat(record.message()).isEqualTo("Internal");
        assertThat(LogLines.event("s", CARRIED, "[INFO]\t2018-01-12T18:03:21.6Z\t" + ID + "\tx")
                        .at())
                .isEqualTo(Instant.parse("2018-01-12T18:03:21.006Z"));
    }

    @Test
    void theTextOfZappaTailIsReadWithItsTraceback() {
        List<LogRecord> records = lines(
                "[1795358378035] START RequestId: " + ID + " Version: $LATEST",
                "[1795358378050] [ERROR]\t2026-11-22T14:39:38.050Z\t" + ID + "\tInternal Server Error: /health/error",
                "Traceback (most recent call last):",
                "  File \"x.py\", line 1",
                "Exception: This is a Test",
                "[1795358378078] REPORT RequestId: " + ID + "\tDuration: 42.15 ms\tBilled Duration: 100 ms");
        assertThat(records).hasSize(3);
        assertThat(records).extracting(LogRecord::requestId).containsOnly(ID);
        assertThat(records.get(0).at()).isEqualTo(Instant.ofEpochMilli(1795358378035L));
        assertThat(records.get(1).headline()).isEqualTo("Internal Server Error: /health/error");
        assertThat(records.get(1).message()).endsWith("Exception: This is a Test");
        assertThat(records.get(1).raw()).startsWith("[1795358378050] [ERROR]");
    }

    @Test
    void herokuLinesAreReadWithTheirDyno() {
        List<LogRecord> records = lines(
                "2018-01-12T18:03:21.123456+00:00 app[web.1]: Internal Server Error: /x",
                "2018-01-12T18:03:21.123500+00:00 app[web.1]: Traceback (most recent call last):",
                "2018-01-12T18:03:21.123600+00:00 app[web.1]:   File \"x.py\", line 1",
                "2018-01-12T18:03:21.123700+00:00 app[web.1]: Exception: This is a Test",
                "2018-01-12T18:03:21.200000+00:00 heroku[router]: at=error code=H12 request_id=abc-1 status=503");
        assertThat(records).extracting(LogRecord::stream).containsExactly("app[web.1]", "heroku[router]");
        assertThat(records.get(0).message()).endsWith("\nException: This is a Test");
        assertThat(records.get(0).at()).isEqualTo(Instant.parse("2018-01-12T18:03:21.123456Z"));
        assertThat(records.get(1).requestId()).isEqualTo("abc-1");
    }

    @Test
    void nestedApplicationEventsKeepTheOuterTime() {
        LogRecord nested = LogLines.event(
                "s",
                CARRIED,
                "[INFO]\t2018-01-12T18:03:21.7Z\t" + ID
                        + "\t2018-01-12 10:03:21.123456\tcall_to_mixpanel\tevent_name=x");
        assertThat(nested.at()).isEqualTo(Instant.parse("2018-01-12T18:03:21.007Z"));
        assertThat(nested.message()).contains("call_to_mixpanel\tevent_name=x");
        LogRecord bare = LogLines.event("s", CARRIED, "2018-01-12 10:03:21.123456\tcall_to_mixpanel\tx");
        assertThat(bare.at()).isEqualTo(CARRIED);
        assertThat(bare.level()).isEmpty();
    }

    @Test
    void recordsOfThePlatformNameTheirInvocation() {
        LogRecord timeout =
                LogLines.event("s", CARRIED, "2018-01-12T18:03:51.5Z " + ID + " Task timed out after 30.03 seconds");
        assertThat(timeout.requestId()).isEqualTo(ID);
        assertThat(timeout.message()).isEqualTo("Task timed out after 30.03 seconds");
        assertThat(LogLines.event("s", CARRIED, "RequestId: " + ID + " Process exited before completing request")
                        .requestId())
                .isEqualTo(ID);
    }

    @Test
    void theWordErrorInTheTextIsNoLevel() {
        LogRecord record =
                LogLines.event("s", CARRIED, "[INFO]\t2018-01-12T18:03:21.86Z\t" + ID + "\tGET /health/error");
        assertThat(record.isLevel("ERROR")).isFalse();
        assertThat(record.isLevel("info")).isTrue();
    }

    @Test
    void anAccessLineIsTakenApart() {
        LogRecord record = LogLines.event(
                "s",
                CARRIED,
                "[INFO]\t2018-01-12T18:03:21.86Z\t" + ID
                        + "\t203.0.113.9 - - [12/Jan/2018:18:03:21 +0000] \"GET /health/ HTTP/1.1\" 200 22 \"\" \"UA run/1\" 0/312.42");
        assertThat(AccessLine.in(record))
                .contains(new AccessLine(
                        "203.0.113.9",
                        Instant.parse("2018-01-12T18:03:21Z"),
                        "GET",
                        "/health/",
                        200,
                        22,
                        "",
                        "UA run/1",
                        Duration.ofNanos(312_420_000)));
        assertThat(AccessLine.in("Internal Server Error: /x")).isEmpty();
        assertThat(AccessLine.in("1.2.3.4 - - [99/Jan/2018:18:03:21 +0000] \"GET / HTTP/1.1\" 200 - \"\" \"\""))
                .isEmpty();
    }
}
