package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvedRestoreTest {

    @Test
    void theLastRunThatProvedOneIsTheWitness() {
        assertThat(ProvedRestore.last(history(
                        Past.run(Phase.ROLLEDBACK, "2026-10-01T03:00:00Z").met("R12"),
                        Past.run(Phase.ROLLEDBACK, "2026-11-01T03:00:00Z").met("R12"),
                        Past.run(Phase.ROLLEDBACK, "2026-11-20T03:00:00Z").met("R1"))))
                .contains(new ProvedRestore(
                        Instant.parse("2026-11-01T03:05:00Z"), "run run-of-2026-11-01T03:00:00Z, step R12"));
    }

    @Test
    void aCopyThatWasNotCleanProvesNothing() {
        assertThat(ProvedRestore.last(history(
                        Past.run(Phase.ROLLEDBACK, "2026-11-01T03:00:00Z").step("R12", State.UNMET, 100))))
                .isEmpty();
        assertThat(ProvedRestore.last(History.EMPTY)).isEmpty();
    }

    @Test
    void somebodyMustSaySo() {
        assertThatThrownBy(() -> new ProvedRestore(Instant.EPOCH, " ")).hasMessageContaining("nobody is named");
    }

    private static History history(Past... runs) {
        return new History(Stream.of(runs).map(Past::entry).toList(), List.of());
    }
}
