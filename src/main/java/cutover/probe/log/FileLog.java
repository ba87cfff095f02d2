package cutover.probe.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A log file that grows, is rotated to {@code name.1}, or is not there yet. A search reads the end of it, in bounded memory,
 * unless nothing was written since the one before. Safe for use by several threads.
 */
public final class FileLog implements LogSource {

    private final Path file;
    private final int most;
    private volatile Seen last = new Seen("", List.of(), false);

    /** @param most bytes from the end that are read, of the file and its predecessor together; positive */
    public FileLog(Path file, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("can't read a log in " + most + " bytes");
        }
        this.file = file;
        this.most = most;
    }

    @Override
    public LogObservation search(String term, Instant from, Instant to) {
        try {
            Seen seen = seen();
            // what was cut off can matter only if what is left begins inside the time that is asked for
            boolean cut = seen.cut && firstTime(seen.records).isAfter(from);
            return new LogObservation.Found(
                    seen.records.stream()
                            .filter(one -> one.raw().contains(term))
                            .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(to))
                            .sorted(Comparator.comparing(LogRecord::at))
                            .toList(),
                    cut);
        } catch (NoSuchFileException e) {
            return new LogObservation.Unreachable("there is no log file " + file);
        } catch (AccessDeniedException e) {
            return new LogObservation.Refused("the log file " + file + " may not be read");
        } catch (IOException e) {
            return new LogObservation.Unreachable("the log file " + file + " could not be read: " + e.getMessage());
        }
    }

    /** A long look asks for one hour after the other. */
    private Seen seen() throws IOException {
        String state = state(file) + (Files.isReadable(older()) ? state(older()) : "");
        Seen before = last;
        if (before.state.equals(state)) {
            return before;
        }
        Tail tail = tail();
        Seen now =
                new Seen(state, LogLines.records(file.getFileName().toString(), tail.lines(), Instant.EPOCH), tail.cut);
        last = now;
        return now;
    }

    private Path older() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private static String state(Path path) throws IOException {
        BasicFileAttributes told = Files.readAttributes(path, BasicFileAttributes.class);
        return told.fileKey() + " " + told.size() + " " + told.lastModifiedTime() + "\n";
    }

    // the first record may be the rest of one whose time was cut off
    private static Instant firstTime(List<LogRecord> records) {
        return records.stream()
                .map(LogRecord::at)
                .filter(Instant.EPOCH::isBefore)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private Tail tail() throws IOException {
        Tail current = end(file, most);
        Path older = older();
        int room = most - current.size();
        if (current.cut || room < 1 || !Files.isReadable(older)) {
            return current;
        }
        return end(older, room).before(current);
    }

    private static Tail end(Path path, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            long size = channel.size();
            long start = Math.max(0, size - most);
            channel.position(start);
            ByteBuffer buffer = ByteBuffer.allocate((int) (size - start));
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer);
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            return new Tail(start > 0 ? afterFirstLine(text) : text, start > 0);
        }
    }

    private static String afterFirstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }

    /**
     * What was read.
     *
     * @param state of the files before they were read; what is written meanwhile is seen by the next search
     */
    private record Seen(String state, List<LogRecord> records, boolean cut) {}

    private record Tail(String text, boolean cut) {

        int size() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        List<String> lines() {
            return text.lines().toList();
        }

        Tail before(Tail newer) {
            return new Tail(text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + newer.text, cut);
        }
    }
}
