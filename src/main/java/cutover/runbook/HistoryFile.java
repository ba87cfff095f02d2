package cutover.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        synchronized (HistoryFile.class) { // closing a file gives up every lock that this process has on it
            try {
                return parsed(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            } catch (NoSuchFileException e) {
                return History.EMPTY;
            } catch (IOException e) {
                return new History(List.of(), List.of("the history " + path + " cannot be read: " + e));
            }
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
        synchronized (HistoryFile.class) { // the system's lock keeps out other processes, not other threads
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                append(line);
            } catch (IOException e) {
                throw new UncheckedIOException("the history " + path + " cannot be written", e);
            }
        }
    }

    private void append(String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            long end = channel.size();
            try {
                write(channel, end, (endsInsideALine(channel, end) ? "\n" : "") + line + "\n");
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    private static boolean endsInsideALine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    private static void write(FileChannel channel, long at, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
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
