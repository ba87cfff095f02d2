package cutover.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Knows the values that must not leave, as they are and as formats recode them: base64 and base64url at any offset, hex,
 * UTF-16, URL- and HTML-encoded, JSON and quoted-printable, broken over lines, and the token of basic authentication.
 * For any number of threads; learns at run time.
 */
public final class Masker {

    /** Words that a report needs; a secret that is one of them would make it unreadable without hiding anything. */
    private static final Set<String> VOCABULARY = Set.of(
            "password",
            "secret",
            "localhost",
            "example",
            "cutover",
            "rehearsal",
            "production",
            "staging",
            "username",
            "session",
            "cookie",
            "content",
            "before",
            "rolledback",
            "nightly",
            "applications",
            "anonymous",
            "expected",
            "unknown",
            "charset",
            "127.0.0.1",
            "0.0.0.0");

    private final AtomicReference<Needles> known = new AtomicReference<>(Needles.NONE);

    /** As {@link #learn(String, String)}, with the name as label. */
    public Optional<String> learn(Secret secret) {
        return learn(secret.name(), secret.reveal());
    }

    /**
     * Learns a value; one that is known already keeps its first label.
     *
     * @param label stands for the value in masked text, as {@code «LABEL»}
     * @return empty when learned; otherwise a sentence, without the value, that tells why masking it would blacken
     *     ordinary words: it is shorter than 6 characters, or one of the words that every report holds
     */
    public Optional<String> learn(String label, String value) {
        if (value.strip().length() < Needle.SHORTEST) {
            return Optional.of("«%s» is not masked: it has fewer than %d characters".formatted(label, Needle.SHORTEST));
        }
        if (VOCABULARY.contains(value.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of("«" + label + "» is not masked: it is a word that every report holds");
        }
        known.updateAndGet(needles -> needles.holds(value) ? needles : needles.with(Forms.of(label, value)));
        return Optional.empty();
    }

    /**
     * Learns a password and the token {@code base64(user:password)} of basic authentication; the token also when the
     * password itself is refused. The user's name alone is not masked.
     *
     * @return as {@link #learn(String, String)}, for the password
     */
    public Optional<String> learnPair(String label, String user, String password) {
        known.updateAndGet(needles -> needles.with(Forms.ofPair(label, user, password)));
        return learn(label, password);
    }

    /** The text with every known value, in any of its forms, replaced by {@code «LABEL»}. */
    public String mask(String text) {
        Needles needles = known.get();
        List<Sighting> sightings = needles.isEmpty() ? List.of() : Sightings.in(text, needles);
        return sightings.isEmpty() ? text : masked(text, sightings);
    }

    /**
     * Looks for known values in the names and contents of all files below a folder, binary ones included; links are not
     * followed and archives not opened. Each label and form once per file.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read, since then nothing is proved
     */
    public List<Leak> scan(Path folder) {
        return new LeakScan(folder, known.get(), this::mask).leaks();
    }

    private static String masked(String text, List<Sighting> sightings) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Sighting sighting : sightings) {
            if (sighting.start() >= done) {
                masked.append(text, done, sighting.start())
                        .append('«')
                        .append(sighting.label())
                        .append('»');
            }
            done = Math.max(done, sighting.end());
        }
        return masked.append(text, done, text.length()).toString();
    }
}
