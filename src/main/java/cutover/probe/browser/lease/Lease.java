package cutover.probe.browser.lease;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The note about one browser or one twin: who started it, which processes belong to it, and where its files lie. */
public final class Lease {

    private final Path file;
    private final Path folder;
    private final ProcessMark owner;

    Lease(Path file, Path folder, ProcessMark owner) {
        this.file = file;
        this.folder = folder;
        this.owner = owner;
    }

    /** The folder that nobody else uses; it exists, and {@link #release(Collection)} removes it. */
    public Path folder() {
        return folder;
    }

    /** Writes down the processes that belong to it now, in place of those noted before. */
    public void holds(Collection<ProcessHandle> processes) {
        Properties properties = new Properties();
        properties.setProperty("owner", text(owner));
        properties.setProperty("folder", folder.getFileName().toString());
        int number = 0;
        for (ProcessHandle process : processes) {
            Optional<ProcessMark> mark = ProcessMark.of(process);
            if (mark.isPresent()) {
                properties.setProperty("process." + number++, text(mark.get()));
            }
        }
        write(properties);
    }

    /**
     * Ends what still runs, removes the folder and the note. Safe to call twice.
     *
     * @param processes as they were last seen, for those that do not carry the folder's name in their command
     */
    public void release(Collection<ProcessHandle> processes) {
        Set<ProcessHandle> all = new HashSet<>(processes);
        all.addAll(Leftovers.using(folder));
        Leftovers.end(all);
        Leftovers.remove(folder);
        Leftovers.remove(file);
    }

    private void write(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What an earlier run wrote down; empty when the file is no such note. */
    static Optional<Noted> read(Path file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            List<ProcessMark> processes = new ArrayList<>();
            for (int i = 0; properties.containsKey("process." + i); i++) {
                processes.add(mark(properties.getProperty("process." + i)));
            }
            Path folder = file.resolveSibling(
                    Path.of(properties.getProperty("folder")).getFileName());
            return Optional.of(new Noted(mark(properties.getProperty("owner")), folder, processes));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String text(ProcessMark mark) {
        return mark.pid() + " " + mark.start().toEpochMilli() + " " + mark.command();
    }

    private static ProcessMark mark(String text) {
        String[] parts = text.split(" ", 3);
        return new ProcessMark(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]);
    }

    record Noted(ProcessMark owner, Path folder, List<ProcessMark> processes) {}
}
