package cutover.runbook;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the runs against one environment are remembered: a file of JSON lines that only grows, one line for each run. Runs
 * of several processes may end at once. What a killed run left of a line is skipped, and the next line begins afresh.
 */
public final class HistoryFile {

    private final Path path;

    private HistoryFile(Path path) {
        this.path = path;
    }

    /** @param folder holds the histories of all environments; made when the first line is written */
    public static HistoryFile in(Path folder, String environment) {
        return new HistoryFile(folder.resolve(environment + ".jsonl"));
    }

    public Path path() {
        return path;
    }

    /**
     * All that can be read; nothing when there is no file yet. What is wrong with it is in the value.
     */
    public History read() {
        try {
            return parsed(new GrowingFile(path).text());
        } catch (UncheckedIOException e) {
            return new History(List.of(), List.of("the history " + path + " cannot be read: " + e.getCause()));
        }
    }

    /**
     * Appends a run and returns when the disk has it.
     *
     * @param mask applied to every text before it is written
     * @throws IllegalStateException if the mask still finds a secret in the whole line, which is not written then
     * @throws UncheckedIOException if it cannot be written; the file is as it was then
     */
    public void append(HistoryEntry entry, UnaryOperator<String> mask) {
        String line = new HistoryJson(mask).written(entry);
        if (!mask.apply(line).equals(line)) {
            throw new IllegalStateException("the history would hold a secret, so this run is not remembered");
        }
        try {
            new GrowingFile(path).append(line);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("the history " + path + " cannot be written", e.getCause());
        }
    }

    private History parsed(String text) {
        HistoryJson json = new HistoryJson(UnaryOperator.identity());
        List<HistoryEntry> entries = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        int end = text.lastIndexOf('\n') + 1;
        String[] lines = text.substring(0, end).split("\n");
        for (int i = 0; i < lines.length; i++) {
            Optional<HistoryEntry> entry = json.read(lines[i]);
            entry.ifPresent(entries::add);
            if (entry.isEmpty() && !lines[i].isBlank()) {
                damaged.add(String.valueOf(i + 1));
            }
        }
        json.read(text.substring(end)).ifPresent(entries::add); // whole but for its end, or being written just now
        return new History(entries, damaged.isEmpty() ? List.of() : List.of(told(damaged)));
    }

    private String told(List<String> damaged) {
        return damaged.size() + (damaged.size() == 1 ? " line" : " lines") + " of the history " + path
                + " cannot be read, so those runs are not remembered: " + String.join(", ", damaged);
    }
}
