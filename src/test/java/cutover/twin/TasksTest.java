package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.log.Invocation;
import cutover.twin.log.LogEvent;
import cutover.twin.work.LambdaTasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {

    private static final String LINE = "Request: 'test'\n";

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
    void aTaskRunsInAnotherContainerThanTheRequest() throws Exception {
        task();

        LogEvent line = awaited(1).get(0);
        LogEvent request = edge.ground.group().found(edge.clock.instant()).get(0);
        assertThat(request.message()).startsWith("START");
        assertThat(line.stream()).isNotEqualTo(request.stream());
    }

    @Test
    void theOldSitesTaskRunsInTheWorker() throws Exception {
        edge.client().get("https://" + Hosts.OLD + "/task");

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Files.readAllLines(edge.ground.oldLogFile()))
                        .anyMatch(line -> line.endsWith("app[worker.1]: Request: 'test'"))
                        .anyMatch(line -> line.contains("app[worker.1]: [INFO]") && line.endsWith("succeeded: None")));
    }

    @Test
    void theTaskMayNeverRunAndOtherTasksStillDo() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.TASK_NEVER_RUNS);
        task();
        edge.ground
                .platform(Side.NEW)
                .tasks()
                .later(
                        "intake.tasks.send_email",
                        "none",
                        id -> edge.ground.lambdaLog().line(id, "other"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> !lines("other\n").isEmpty());
        assertThat(lines(LINE)).isEmpty();
    }

    @Test
    void theTaskMayRunInsideTheRequest() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.TASK_INSIDE_REQUEST);
        task();

        List<LogEvent> all = edge.ground.group().found(edge.clock.instant());
        assertThat(lines(LINE)).hasSize(1);
        assertThat(all).extracting(LogEvent::stream).containsOnly(all.get(0).stream());
        assertThat(all).filteredOn(event -> event.message().startsWith("START")).hasSize(1);
    }

    @Test
    void theTaskMayRunTwice() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.TASK_RUNS_TWICE);
        task();

        assertThat(awaited(2)).hasSize(2);
    }

    @Test
    void theTaskMayRunLate() {
        Faults faults = new Faults();
        faults.switchOn(Side.NEW, Fault.TASK_LATE);
        LambdaTasks slow =
                new LambdaTasks(edge.ground.lambdaLog(), faults, Duration.ofMillis(1500), edge.later, edge.ids);
        Invocation starter = edge.ground.lambdaLog().start();

        slow.later(
                "intake.tasks.debug_task",
                starter.id(),
                id -> edge.ground.lambdaLog().line(id, "Request: 'test'"));

        assertThat(lines(LINE)).isEmpty();
        assertThat(awaited(1)).hasSize(1);
    }

    private void task() throws Exception {
        edge.client().get("https://" + Hosts.NEW + "/task");
    }

    private List<LogEvent> awaited(int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> lines(LINE), found -> found.size() >= count);
    }

    private List<LogEvent> lines(String message) {
        return edge.ground.group().found(edge.clock.instant()).stream()
                .filter(event -> event.message().equals(message))
                .toList();
    }
}
