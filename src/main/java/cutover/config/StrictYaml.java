package cutover.config;

import java.nio.file.Path;

/**
 * Binds a YAML file to a record: keys in kebab-case to components in camelCase, nothing unknown, nothing missing,
 * nothing converted silently. YAML 1.2, one document, at most 1 MB, no anchors, aliases or tags.
 *
 * <p>A component may be {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double}, an enum (its
 * constants in kebab-case), {@code Duration} ({@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 14d}),
 * {@code LocalDate}, {@code Instant}, an absolute {@code URI}, {@code Path} (relative to the folder of the file),
 * {@code Pattern}, {@link Secret} (the file holds its name), a record, a class with a {@code public static parse(String)}
 * that returns it, a sealed interface of records (the key {@code kind} picks one by its simple name in kebab-case), a
 * {@code List}, {@code Set} or {@code Map} of these in the order of the file, or an {@code Optional}. Without
 * {@code Optional} or {@link Default} the key must be there.
 *
 * <p>{@code ${name}} in a text is replaced from {@link Sources#values}; <code>$${</code> stands for <code>${</code>.
 * An {@code IllegalArgumentException} of a constructor or of {@code parse} becomes a problem with its message.
 */
public final class StrictYaml {

    private StrictYaml() {}

    /**
     * One file as a record; for several at once see {@link Reading}.
     *
     * @throws ConfigProblems with all that is wrong in the file
     * @throws IllegalArgumentException when the record itself is of a kind that cannot be bound
     */
    public static <T> T read(Path file, Class<T> record, Sources sources) {
        Reading reading = new Reading(sources);
        var bound = reading.read(file, record);
        reading.finish();
        return bound.orElseThrow();
    }
}
