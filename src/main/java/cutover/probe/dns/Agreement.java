package cutover.probe.dns;

import java.util.List;
import java.util.function.Function;

/**
 * What several servers say to one question. A server that did not answer agrees with nobody: see {@link #unheard}.
 *
 * @param voices in the order in which they were observed
 */
public record Agreement(Question question, List<Voice> voices) {

    public Agreement {
        voices = List.copyOf(voices);
    }

    /** All answered, with the same rcode and the same set of records; the order and the lifetimes do not count. */
    public boolean sameRecords() {
        return heardAll() && same(Voice::outcome) && same(Voice::facts);
    }

    /** All answered with the same lifetimes; those of a resolver run down and are rarely the same. */
    public boolean sameTtls() {
        return heardAll() && same(Voice::ttls);
    }

    /** All answered with the same version of the zone, or without one. */
    public boolean sameSerial() {
        return heardAll() && same(Voice::serial);
    }

    /** Those that did not answer. */
    public List<Voice> unheard() {
        return voices.stream().filter(voice -> !voice.answered()).toList();
    }

    /** One line for each server. */
    public List<String> told() {
        return voices.stream().map(Voice::told).toList();
    }

    private boolean heardAll() {
        return unheard().isEmpty();
    }

    private boolean same(Function<Voice, Object> part) {
        return voices.stream().map(part).distinct().count() <= 1;
    }
}
