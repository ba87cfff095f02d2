package cutover.junit;

import cutover.runbook.Changes;
import cutover.runbook.EarlierSteps;
import cutover.runbook.History;
import cutover.runbook.HistoryEntry;
import cutover.runbook.HistoryFile;
import cutover.runbook.Journal;
import cutover.runbook.JournalReader;
import cutover.runbook.Phase;
import cutover.runbook.Remembered;
import cutover.runbook.RunCompared;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What earlier runs remembered, and what this one will. A rehearsal, which is the same each time, remembers beside its journal
 * and is compared with nothing, unless the caller names a folder.
 */
final class Memory {

    private final HistoryFile file;
    private final boolean lasting;
    private final UnaryOperator<String> mask;
    private final Clock clock;
    private final Map<String, Remembered> facts = new ConcurrentHashMap<>();
    private History earlier;

    private Memory(HistoryFile file, boolean lasting, UnaryOperator<String> mask, Clock clock) {
        this.file = file;
        this.lasting = lasting;
        this.mask = mask;
        this.clock = clock;
    }

    static Memory of(RunSettings settings, boolean rehearsal, UnaryOperator<String> mask, Clock clock) {
        Path usual = (rehearsal ? settings.runFolder() : settings.home().resolve(".cutover")).resolve("history");
        return new Memory(
                HistoryFile.in(settings.history().orElse(usual), settings.environment()),
                !rehearsal || settings.history().isPresent(),
                mask,
                clock);
    }

    /** Lays runs into a history that goes with this run; one that lasts holds what really ran only. */
    void lay(List<HistoryEntry> before) {
        if (!lasting) {
            before.forEach(entry -> file.append(entry, mask));
        }
    }

    /** For any number of threads; the last value of a key stays. */
    void remember(String step, String key, String value) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("step " + step + " remembers \"" + value + "\" under no key");
        }
        facts.put(mask.apply(key), new Remembered(mask.apply(value), step, clock.instant()));
    }

    /** Earlier runs only; read once, so that all steps of a run see the same. */
    synchronized History earlier() {
        if (earlier == null) {
            earlier = file.read();
        }
        return earlier;
    }

    /**
     * Compares the run with earlier ones and appends it to the history. Whatever goes wrong is told and changes nothing else.
     *
     * @param written the file of the journal
     * @return empty when there is nothing to tell
     */
    Optional<RunCompared> conclude(Journal journal, Path written) {
        List<String> notes = new ArrayList<>();
        Changes changes = Changes.NONE;
        try {
            HistoryEntry now = HistoryEntry.of(JournalReader.read(written).entries(), clock.instant(), facts);
            if (lasting) {
                changes = Changes.of(earlier(), now, ZoneId.systemDefault());
                recall(journal, now.phase());
                notes.addAll(notes(changes, now));
            }
            file.append(now, mask);
        } catch (RuntimeException e) {
            notes.add("this run will not be remembered: " + e.getMessage()
                    + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
        }
        return lasting || !notes.isEmpty() ? Optional.of(journal.runCompared(changes, notes)) : Optional.empty();
    }

    /** For the report, which is written where no history is. */
    private void recall(Journal journal, Phase phase) {
        List<EarlierSteps.Of> runs = EarlierSteps.in(earlier(), phase);
        if (!runs.isEmpty()) {
            journal.earlierSteps(runs);
        }
    }

    private List<String> notes(Changes changes, HistoryEntry now) {
        List<String> notes = new ArrayList<>(changes.doubts());
        if (changes.last().isEmpty()) {
            notes.add("no complete run of phase " + now.phase().key() + " is remembered in " + file.path()
                    + "; keep this file for the next one");
        }
        return notes;
    }
}
