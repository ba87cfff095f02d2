package cutover.config;

import java.util.Comparator;

/** A needle that was seen in a text, from one index to another. */
record Sighting(int start, int end, String label, String form) {

    /** From left to right; of those that begin together, the longest first. */
    static final Comparator<Sighting> ORDER = Comparator.comparingInt(Sighting::start)
            .thenComparing(Comparator.comparingInt(Sighting::end).reversed())
            .thenComparing(Sighting::label);
}
