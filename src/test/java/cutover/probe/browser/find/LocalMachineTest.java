package cutover.probe.browser.find;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.browser.Ended;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalMachineTest {

    private final LocalMachine machine = new LocalMachine(Map.of("SET", "yes", "BLANK", " "));

    @Test
    void aProgramThatEndsTellsItsCodeAndWhatItSaid() {
        Machine.Ran ran = machine.run(
                List.of("sh", "-c", "echo $MARK; echo oops >&2; exit 3"), Map.of("MARK", "m"), Duration.ofSeconds(5));

        assertThat(ran).isEqualTo(new Machine.Ran(true, 3, "m\noops\n"));
    }

    @Test
    void aProgramThatHangsIsEndedWithItsChildren() {
        Machine.Ran ran =
                machine.run(List.of("sh", "-c", "sleep 300 & echo $!; wait"), Map.of(), Duration.ofMillis(300));

        assertThat(ran.ended()).isFalse();
        long child = Long.parseLong(ran.output().strip());
        assertThat(Ended.soon(ProcessHandle.of(child).stream().toList())).isTrue();
    }

    @Test
    void aProgramThatIsNotThereIsAnAnswer() {
        Machine.Ran ran = machine.run(List.of("/no/such/program"), Map.of(), Duration.ofSeconds(1));

        assertThat(ran.fine()).isFalse();
        assertThat(ran.output()).contains("/no/such/program");
    }

    @Test
    void blankVariablesCountAsUnset() {
        assertThat(machine.variable("SET")).contains("yes");
        assertThat(machine.variable("BLANK")).isEmpty();
        assertThat(machine.variable("UNSET")).isEmpty();
    }
}
