package cutover.runbook;

import java.util.List;

/**
 * A journal as it was found.
 *
 * @param entries all that could be read, in order
 * @param damage what could not be read although something follows it; empty for a sound journal
 * @param cut the beginning of a last line that was not written to its end, as a killed run leaves it; empty otherwise
 */
public record JournalRead(List<Entry> entries, List<String> damage, String cut) {

    public JournalRead {
        entries = List.copyOf(entries);
        damage = List.copyOf(damage);
    }

    /** Entries about which nothing else is to be said. */
    public static JournalRead sound(List<Entry> entries) {
        return new JournalRead(entries, List.of(), "");
    }
}
