package cutover.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads several files so that all that is wrong in any of them is reported together. For one thread.
 *
 * <pre>{@code
 * Reading reading = new Reading(sources);
 * Optional<Environment> environment = reading.read(file, Environment.class);
 * Optional<Runbook> runbook = reading.read(other, Runbook.class);
 * reading.finish();
 * }</pre>
 */
public final class Reading {

    private final Sources sources;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Secret> secrets = new LinkedHashSet<>();
    private final Map<Path, Map<String, Place>> places = new HashMap<>();

    /** Starts with nothing read. */
    public Reading(Sources sources) {
        this.sources = sources;
    }

    /**
     * The file as a record; empty when anything is wrong in it, which {@link #finish} then tells.
     *
     * @throws IllegalArgumentException when the record itself is of a kind that cannot be bound
     */
    public <T> Optional<T> read(Path file, Class<T> record) {
        int before = problems.size();
        Sink sink = new Sink(file, problems, places.computeIfAbsent(file, unread -> new HashMap<>()));
        Around around = new Around(folder(file), sources.secrets(), secrets::add);
        Optional<T> bound = new YamlText(file, problems)
                .root()
                .flatMap(root -> new Binder(sink, sources, around).bind(Shape.of(record), root))
                .map(record::cast);
        return problems.size() == before ? bound : Optional.empty();
    }

    /**
     * Adds a problem that only shows when files are looked at together, at the line where the key stands.
     *
     * @param keyPath such as {@code steps[3].after}; one that the file does not hold means the nearest key above it
     */
    public void refuse(Path file, String keyPath, String sentence, String remedy) {
        Place place = nearest(places.getOrDefault(file, Map.of()), keyPath);
        problems.add(new Problem(file, place.line(), place.column(), keyPath, sentence, remedy));
    }

    /** All that was found so far. */
    public List<Problem> problems() {
        return problems.stream().distinct().sorted().toList();
    }

    /** All secrets that the files name and that have a value, for a {@link Masker} to learn. */
    public Set<Secret> secrets() {
        return Set.copyOf(secrets);
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigProblems when anything is wrong in any of the files
     */
    public void finish() {
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
    }

    private static Place nearest(Map<String, Place> known, String keyPath) {
        String path = keyPath;
        while (!path.isEmpty() && !known.containsKey(path)) {
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return known.getOrDefault(path, Place.WHOLE_FILE);
    }

    private static Path folder(Path file) {
        return file.getParent() == null ? Path.of("") : file.getParent();
    }
}
