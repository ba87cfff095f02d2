package cutover.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The decision record in the folder of its run: {@code decision.json}, beside all that it rests on. */
public final class DecisionFile {

    /** Its name. */
    public static final String NAME = "decision.json";

    private final Path folder;

    private DecisionFile(Path folder) {
        this.folder = folder;
    }

    /** @param folder the folder of the run */
    public static DecisionFile in(Path folder) {
        return new DecisionFile(folder);
    }

    /** Where it is, or will be. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /**
     * Writes the record of a verdict, over an earlier one of the same run; a killed writer leaves the earlier one.
     *
     * @param inputs the files that were judged, relative to the folder; those that are missing are left out
     * @throws UncheckedIOException if it cannot be written
     */
    public DecisionRecord write(
            Verdict verdict, JournalRead journal, Set<String> covered, List<Path> inputs, Instant decided) {
        DecisionRecord open = unsealed(verdict, journal, covered, hashes(inputs), decided);
        DecisionRecord record = open.sealed(DecisionJson.seal(open));
        try {
            Path part = Files.createTempFile(folder, NAME, ".part");
            Files.writeString(part, DecisionJson.written(record));
            Files.move(part, path(), StandardCopyOption.ATOMIC_MOVE);
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException("the decision record " + path() + " cannot be written", e);
        }
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if there is none, or what is there is none
     */
    public DecisionRecord read() {
        try {
            return DecisionJson.read(Files.readString(path(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no decision record at " + path(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the decision record " + path() + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path() + ": " + e.getMessage(), e);
        }
    }

    /**
     * What is not as the record has it, one sentence each; empty when all is.
     *
     * @param there the files that would be judged now, relative to the folder
     */
    public List<String> damage(DecisionRecord record, List<Path> there) {
        List<String> damage = new ArrayList<>();
        if (!record.isIntact()) {
            damage.add(NAME + " was changed after it had been sealed");
        }
        SortedMap<String, String> now = hashes(there);
        Set<String> all = new TreeSet<>(record.inputs().keySet());
        all.addAll(now.keySet());
        for (String file : all) {
            difference(file, record.inputs(), now).ifPresent(damage::add);
        }
        return damage;
    }

    private static Optional<String> difference(String file, Map<String, String> then, Map<String, String> now) {
        if (!now.containsKey(file)) {
            return Optional.of(file + " is gone");
        }
        if (!then.containsKey(file)) {
            return Optional.of(file + " was not there when it was decided");
        }
        return then.get(file).equals(now.get(file))
                ? Optional.empty()
                : Optional.of(file + " was changed: its SHA-256 was " + then.get(file) + " and is " + now.get(file));
    }

    private SortedMap<String, String> hashes(List<Path> inputs) {
        SortedMap<String, String> hashes = new TreeMap<>();
        try {
            for (Path input : inputs) {
                if (Files.isRegularFile(folder.resolve(input))) {
                    hashes.put(
                            input.toString().replace('\\', '/'), Sha256.of(Files.readAllBytes(folder.resolve(input))));
                }
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException("what the decision rests on cannot be read", e);
        }
    }

    private static DecisionRecord unsealed(
            Verdict verdict,
            JournalRead journal,
            Set<String> covered,
            SortedMap<String, String> inputs,
            Instant decided) {
        Optional<RunStarted> started = Verdict.start(journal.entries());
        Attempts attempts = new Attempts(journal.entries());
        Map<String, String> versions = started.map(RunStarted::versions).orElse(Map.of());
        return new DecisionRecord(
                DecisionRecord.FORMAT,
                verdict.decision().text(),
                verdict.run(),
                started.map(RunStarted::environment).orElse(""),
                started.map(start -> start.phase().key()).orElse(""),
                started.map(RunStarted::host).orElse(""),
                started.map(RunStarted::narrowed).orElse(""),
                versions.getOrDefault(RunStarted.COMMIT, ""),
                versions,
                started.map(start -> start.at().toString()).orElse(""),
                started.map(start -> attempts.last().toString()).orElse(""),
                decided.toString(),
                verdict.reasons(),
                verdict.steps().stream().map(DecisionRecord.StepState::of).toList(),
                covered.stream().sorted().toList(),
                inputs,
                "");
    }
}
