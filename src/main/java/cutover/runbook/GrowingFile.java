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

/**
 * A file of lines that only grows. Several processes may append at once. What a killed one left of a line stays, and the next
 * line begins afresh.
 *
 * @param path made, with its folder, when the first line is written
 */
public record GrowingFile(Path path) {

    /**
     * The whole text, which may end inside a line; empty when there is no file yet.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public String text() {
        synchronized (GrowingFile.class) { // closing a file gives up every lock that this process has on it
            try {
                return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            } catch (NoSuchFileException e) {
                return "";
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read", e);
            }
        }
    }

    /**
     * Appends a line and returns when the disk has it.
     *
     * @param line without its end
     * @throws UncheckedIOException if it cannot be written; the file is as it was then
     */
    public void append(String line) {
        synchronized (GrowingFile.class) { // the system's lock keeps out other processes, not other threads
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                locked(line);
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be written", e);
            }
        }
    }

    private void locked(String line) throws IOException {
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
}
