package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.DrillRecord;
import cutover.runbook.HistoryEntry;
import cutover.runbook.HistoryFile;
import cutover.runbook.Phase;
import cutover.runbook.ProvedRestore;
import cutover.runbook.State;
import cutover.runbook.StepPast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillMemoryTest {

    private static final String LOOK = "drills-after-launch-back";

    @TempDir
    private Path home;

    private final List<String> console = new ArrayList<>();

    private RunSettings settings(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "cutover.home",
                home.toString(),
                "cutover.folder",
                home.resolve("runs").toString(),
                "cutover.environment",
                "rehearsal",
                "cutover.run",
                "drills"));
        all.putAll(more);
        return RunSettings.from(name -> Optional.ofNullable(all.get(name)), "");
    }

    private void add(DrillRecord record) {
        new DrillMemory(settings(Map.of()), UnaryOperator.identity()).add(record, console::add);
    }

    /** What the look that proves the way back leaves beside its journal. */
    private void looked(State restored) {
        HistoryFile.in(home.resolve("runs").resolve(LOOK).resolve("history"), "rehearsal")
                .append(
                        new HistoryEntry(
                                LOOK,
                                "rehearsal",
                                Phase.ROLLEDBACK,
                                "https://old.twin.test",
                                "only the steps R12",
                                Drilled.NOON,
                                Drilled.NOON.plusSeconds(50),
                                new TreeMap<>(Map.of("R12", new StepPast(restored, 800))),
                                new TreeMap<>()),
                        UnaryOperator.identity());
    }

    private Optional<ProvedRestore> proved(String environment) {
        return ProvedRestore.last(
                HistoryFile.in(home.resolve(".cutover/history"), environment).read());
    }

    @Test
    void eachDrillIsRememberedWhereRunsAre() {
        add(Drilled.unmet("after-launch"));

        assertThat(DrillBook.of(home.resolve(".cutover/history"), "rehearsal").records())
                .hasSize(1);
        assertThat(console).isEmpty();
    }

    @Test
    void theCallerNamesAnotherFolder() {
        new DrillMemory(settings(Map.of("cutover.history", "elsewhere")), UnaryOperator.identity())
                .add(Drilled.met("after-launch"), console::add);

        assertThat(DrillBook.of(home.resolve("elsewhere"), "rehearsal").records())
                .hasSize(1);
        assertThat(home.resolve(".cutover")).doesNotExist();
    }

    @Test
    void aDrillThatRestoredASnapshotIsTheWitnessForItsOwnEnvironmentOnly() {
        looked(State.MET);
        add(Drilled.met("after-launch"));

        assertThat(proved("rehearsal").orElseThrow().witness()).contains(LOOK);
        assertThat(proved("prod")).isEmpty();
    }

    @Test
    void aDrillThatWasNotMetProvesNothing() {
        looked(State.MET);
        add(Drilled.unmet("after-launch"));

        assertThat(proved("rehearsal")).isEmpty();
    }

    @Test
    void aCopyThatNobodyFoundCleanProvesNothing() {
        looked(State.UNKNOWN);
        add(Drilled.met("after-launch"));

        assertThat(proved("rehearsal")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndChangesNothing() throws IOException {
        Files.createDirectories(home.resolve(".cutover"));
        Files.writeString(home.resolve(".cutover/history"), "a file");
        add(Drilled.met("after-launch"));

        assertThat(console)
                .singleElement()
                .asString()
                .contains("the drill after-launch will not be remembered", "cannot be written");
    }
}
