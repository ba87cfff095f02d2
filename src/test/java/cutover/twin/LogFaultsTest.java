package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.log.DrainFile;
import cutover.twin.log.HerokuLog;
import cutover.twin.log.LambdaLog;
import cutover.twin.log.LogEvent;
import cutover.twin.log.LogGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogFaultsTest {

    @TempDir
    private Path folder;

    private Edge edge;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void theOldSitesLogHasTheSameRecordsLineByLineBehindTheProcess() throws Exception {
        boom(Side.OLD);

        assertThat(lines(Side.OLD)).hasSize(5);
        assertThat(lines(Side.OLD).get(0))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\S+\\+00:00 app\\[web\\.1]: \\[ERROR]\\t\\S+Z\\t[0-9a-f-]{36}\\tInternal Server Error: /boom");
        assertThat(lines(Side.OLD).get(1)).endsWith(" app[web.1]: Traceback (most recent call last):");
        assertThat(lines(Side.OLD).get(3)).contains("app[web.1]: [INFO]\t", "\"GET /boom HTTP/1.1\" 500 27");
        assertThat(lines(Side.OLD).get(4))
                .contains(" heroku[router]: at=info method=GET path=\"/boom?x=1\" host=" + Hosts.OLD)
                .endsWith(" status=500 bytes=27 protocol=https");
        assertThat(lines(Side.NEW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void nothingMayBeWritten(Side side) throws Exception {
        edge.faults.switchOn(side, Fault.LOG_SILENT);
        boom(side);

        assertThat(lines(side)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void errorsMayBeMissingWhileAccessLinesAreWritten(Side side) throws Exception {
        edge.faults.switchOn(side, Fault.ERRORS_NOT_LOGGED);
        boom(side);

        assertThat(lines(side)).noneMatch(line -> line.contains("[ERROR]"));
        assertThat(lines(side)).anyMatch(line -> line.contains("\"GET /boom HTTP/1.1\" 500"));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void eachRecordMayBeWrittenTwice(Side side) throws Exception {
        edge.faults.switchOn(side, Fault.LOG_TWICE);
        boom(side);

        assertThat(lines(side)).filteredOn(line -> line.contains("[ERROR]")).hasSize(2);
        assertThat(lines(side))
                .filteredOn(line -> line.contains("\"GET /boom HTTP/1.1\""))
                .hasSize(2);
        assertThat(lines(side))
                .filteredOn(line -> line.contains("START RequestId"))
                .hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void requestsMayBeDumpedWithCookiesAndBody(Side side) throws Exception {
        edge.client().send("POST", site(side) + "/echo", "ssn=1", "Cookie", "sessionid=abc");
        assertThat(lines(side)).noneMatch(line -> line.contains("sessionid"));

        edge.faults.switchOn(side, Fault.LOG_DUMPS_SECRETS);
        edge.client().send("POST", site(side) + "/echo", "ssn=1", "Cookie", "sessionid=abc");

        assertThat(lines(side))
                .anyMatch(line -> line.contains("[DEBUG]")
                        && line.contains("'Cookie': 'sessionid=abc'")
                        && line.contains("'body': 'ssn=1'")
                        && line.contains("'path': '/echo'"));
    }

    @Test
    void theNewSitesRecordsMayAppearInTheOldSitesLog() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.LOG_IN_OLD_PLACE);
        boom(Side.NEW);

        assertThat(lines(Side.NEW)).isEmpty();
        assertThat(lines(Side.OLD)).anyMatch(line -> line.contains("app[web.1]: [ERROR]\t"));
    }

    @Test
    void recordsOfTheNewSiteMayBeFoundLate() {
        Faults faults = new Faults();
        LogGroup group = new LogGroup("group");
        LambdaLog log = new LambdaLog(
                group, new DrainFile(folder.resolve("unused")), faults, Duration.ofMinutes(1), edge.clock, edge.ids);
        faults.switchOn(Side.NEW, Fault.LOG_LATE);

        log.line(log.start().id(), "late");

        Instant now = edge.clock.instant();
        assertThat(group.found(now)).isEmpty();
        assertThat(group.found(now.plus(Duration.ofMinutes(1)))).hasSize(2);
    }

    @Test
    void recordsOfTheOldSiteMayBeFoundLate() throws Exception {
        Faults faults = new Faults();
        DrainFile file = new DrainFile(folder.resolve("late.log"));
        HerokuLog log = new HerokuLog(file, faults, Duration.ofMillis(1500), edge.later, edge.clock);
        faults.switchOn(Side.OLD, Fault.LOG_LATE);

        log.line("id", "late");

        assertThat(file.file()).isEmptyFile();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Files.size(file.file()) > 0);
    }

    @Test
    void aCrashAndATimeoutAreLinesOfThePlatform() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.FUNCTION_CRASHES);
        edge.client().get(site(Side.NEW) + "/");
        edge.faults.clear();
        edge.faults.switchOn(Side.NEW, Fault.EGRESS_BLOCKED);
        boom(Side.NEW);

        assertThat(lines(Side.NEW)).anyMatch(line -> line.contains("Unable to import module 'handler'"));
        assertThat(lines(Side.NEW)).anyMatch(line -> line.contains(" Task timed out after 0.05 seconds"));
        assertThat(lines(Side.NEW)).noneMatch(line -> line.contains("HTTP/1.1\" 500"));
    }

    private void boom(Side side) throws IOException {
        edge.client().get(site(side) + "/boom?x=1");
    }

    private static String site(Side side) {
        return "https://" + (side == Side.NEW ? Hosts.NEW : Hosts.OLD);
    }

    private List<String> lines(Side side) {
        try {
            return side == Side.NEW
                    ? edge.ground.group().found(edge.clock.instant()).stream()
                            .map(LogEvent::message)
                            .toList()
                    : Files.readAllLines(edge.ground.oldLogFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
