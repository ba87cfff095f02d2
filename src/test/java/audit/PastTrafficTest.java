package audit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.log.LogLines;
import cutover.probe.log.LogRecord;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a log of the past. */
class PastTrafficTest {

    private static final Instant AT = Instant.parse("2018-01-12T18:03:21Z");
    private static final String ID = "3f2b6a0e-f7c2-11e7-8c3f-0242ac110002";

    private final PastTraffic traffic = new PastTraffic(List.of("Rehearsal-Garcia"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01-12T18:03:51.040Z " + ID + " Task timed out after 30.03 seconds",
                "RequestId: " + ID + " Process exited before completing request",
                "Unable to import module 'handler': No module named 'django'",
                "module initialization error: bad key",
                "[ERROR]\t2018-01-12T18:03:21.86Z\t" + ID + "\tsomething broke",
                "[CRITICAL]\t2018-01-12T18:03:21.86Z\t" + ID + "\tsomething broke",
                "Traceback (most recent call last):\n  File \"x.py\"\nValueError: no",
                "ValueError: printed by a task",
                "at=error code=H12 desc=\"Request timeout\" method=GET path=\"/\" status=503"
            })
    void whatPlatformsAndLoggersCallAnErrorIsOne(String text) {
        traffic.add(record(text));

        assertThat(traffic.errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[INFO]\t2018-01-12T18:03:21.86Z\t" + ID + "\tErrors so far: none",
                "[WARNING]\t2018-01-12T18:03:21.86Z\t" + ID + "\tNot Found: /Error",
                "[DEBUG]\t2018-01-12T18:03:21.86Z\t" + ID + "\tZappa Event: {'headers': {}, 'body': 'Error'}",
                "START RequestId: " + ID + " Version: $LATEST",
                "keep the form: no terrors here",
                "at=info method=GET path=\"/\" status=200"
            })
    void whatOnlyHoldsTheWordIsNone(String text) {
        traffic.add(record(text));

        assertThat(traffic.errors()).isEmpty();
    }

    @Test
    void anErrorThatHasARecordIsNotCountedAgainForItsAccessLine() {
        traffic.add(error(ID, "Internal Server Error: /application/17/\nTraceback\nKeyError: 'a'"));
        traffic.add(access(ID, "/application/17/", 500, "Mozilla/5.0"));

        assertThat(traffic.errors())
                .singleElement()
                .extracting(ErrorSeen::signature)
                .isEqualTo("Internal Server Error: /application/#/ (KeyError: 'a')");
        assertThat(traffic.tally().answered(5)).isOne();
    }

    @Test
    void anAnswerWith5xxIsAnErrorThoughNoRecordTellsIt() {
        traffic.add(access(ID, "/application/17/", 502, "Mozilla/5.0"));

        assertThat(traffic.errors())
                .singleElement()
                .extracting(ErrorSeen::signature)
                .isEqualTo("502 at GET /application/#/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cutover/0.1.0 (test traffic; run x)",
                "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Cutover/0.1.0 (test traffic; run x)"
            })
    void errorsThatThisSuiteProvokedAreNoTraffic(String agent) {
        traffic.add(error(ID, "Internal Server Error: /health/error"));
        traffic.add(access(ID, "/health/error", 500, agent));

        assertThat(traffic.errors()).isEmpty();
        assertThat(traffic.requests()).isZero();
        assertThat(traffic.own()).isOne();
    }

    @Test
    void twoDifferentErrorsOfOneRequestAreTwo() {
        traffic.add(error(ID, "No counties in session data"));
        traffic.add(error(ID, "something broke"));

        assertThat(traffic.errors()).hasSize(2);
    }

    @Test
    void anAccessLineThatStandsThereAgainIsNoSecondRequest() {
        traffic.add(access(ID, "/", 200, "Mozilla/5.0"));
        traffic.add(access(ID, "/", 200, "Mozilla/5.0"));

        assertThat(traffic.requests()).isOne();
        assertThat(traffic.twice()).isOne();
    }

    @Test
    void whatStrangersWroteIsCountedUnlessItWasRefused() {
        traffic.add(access("GET", "1", "/", 200, "Mozilla/5.0"));
        traffic.add(access("POST", "2", "/apply/", 302, "Mozilla/5.0"));
        traffic.add(access("POST", "3", "/apply/", 403, "Mozilla/5.0"));
        traffic.add(access("DELETE", "4", "/x/", 204, "Mozilla/5.0"));
        traffic.add(access("POST", "5", "/apply/", 302, "Cutover/0.1.0 (test traffic; run x)"));

        assertThat(traffic.writes()).isEqualTo(2);
        WayBack back = Written.at("www.example.org", traffic, Duration.ofHours(24), "the log");
        assertThat(back.standing()).isEqualTo(Standing.AT_A_COST);
        assertThat(back.words()).startsWith("strangers wrote at www.example.org 2 times in the last 24 h");
    }

    @Test
    void anInvocationWithoutEndIsToldOnceItMustHaveEnded() {
        traffic.add(record("START RequestId: " + ID + " Version: $LATEST"));

        assertThat(traffic.endless(AT.plus(Duration.ofMinutes(14)))).isEmpty();
        assertThat(traffic.endless(AT.plus(Duration.ofMinutes(16))))
                .singleElement()
                .asString()
                .contains(ID);

        traffic.add(record("REPORT RequestId: " + ID + "\tDuration: 312.42 ms"));
        assertThat(traffic.endless(AT.plus(Duration.ofMinutes(16)))).isEmpty();
    }

    @Test
    void namesOfPeopleAreCountedWhereverTheyStand() {
        traffic.add(record("[INFO]\t2018-01-12T18:03:21.86Z\t" + ID + "\tsaved Rehearsal-Garcia"));

        assertThat(traffic.named()).isOne();
    }

    @Test
    void theTimeOfMostRequestsIsTold() {
        Spans spans = new Spans();
        for (int i = 1; i <= 100; i++) {
            spans.add(Duration.ofMillis(i));
        }
        spans.add(Duration.ofHours(1));

        assertThat(spans.percentile(50)).isEqualTo(Duration.ofMillis(51));
        assertThat(spans.percentile(95)).isEqualTo(Duration.ofMillis(96));
        assertThat(spans.percentile(100)).isEqualTo(Duration.ofMinutes(1));
        assertThat(new Spans().percentile(95)).isZero();
        assertThat(spans.longerThan(Duration.ofMillis(96))).isEqualTo(5);
        assertThat(spans.longerThan(Duration.ofHours(1))).isZero();
    }

    private static LogRecord error(String id, String message) {
        return record("[ERROR]\t2018-01-12T18:03:21.86Z\t" + id + "\t" + message);
    }

    private static LogRecord access(String id, String path, int state, String agent) {
        return access("GET", id, path, state, agent);
    }

    private static LogRecord access(String method, String id, String path, int state, String agent) {
        return record("[INFO]\t2018-01-12T18:03:21.86Z\t" + id + "\t192.0.2.7 - - [12/Jan/2018:18:03:21 +0000] \""
                + method + " " + path + " HTTP/1.1\" " + state + " 22 \"\" \"" + agent + "\" 0/312.42");
    }

    private static LogRecord record(String text) {
        return LogLines.event("one", AT, text);
    }
}
