package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.runbook.History;
import cutover.runbook.HistoryEntry;
import cutover.runbook.HistoryFile;
import cutover.runbook.ProvedRestore;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What later runs know of drills: how each of them went, and when a snapshot was last restored and proved. It lasts where
 * runs are remembered; rehearsed drills too are written there, because a drill that gets slower is news.
 */
final class DrillMemory {

    /** The lever that restores a snapshot into a scratch database. */
    private static final String COPY = "copy";

    private final RunSettings settings;
    private final Path folder;
    private final UnaryOperator<String> mask;

    /** @param mask applied to every text that is written */
    DrillMemory(RunSettings settings, UnaryOperator<String> mask) {
        this.settings = settings;
        this.folder = settings.history().orElse(settings.home().resolve(".cutover/history"));
        this.mask = mask;
    }

    /** Of this environment, oldest first. */
    List<DrillRecord> records() {
        return DrillBook.of(folder, settings.environment()).records();
    }

    /**
     * Appends it. Whatever goes wrong is told and changes nothing else.
     *
     * @param console told what went wrong
     */
    void add(DrillRecord record, Consumer<String> console) {
        try {
            new DrillBook(folder, settings.environment(), mask).add(record);
            if (record.isMet() && record.moved().stream().anyMatch(moved -> COPY.equals(moved.lever()))) {
                record.looks().forEach(this::proved);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            console.accept("  the drill " + record.drill() + " will not be remembered: " + e.getMessage());
        }
    }

    /** The look that proved the restored copy is remembered like any other run of the environment: it is the witness. */
    private void proved(String look) {
        HistoryFile.in(settings.folder().resolve(look).resolve("history"), settings.environment())
                .read()
                .entries()
                .stream()
                .filter(run -> run.run().equals(look) && proves(run))
                .forEach(run -> HistoryFile.in(folder, settings.environment()).append(run, mask));
    }

    private static boolean proves(HistoryEntry run) {
        return ProvedRestore.last(new History(List.of(run), List.of())).isPresent();
    }
}
