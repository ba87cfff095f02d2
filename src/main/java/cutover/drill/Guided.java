package cutover.drill;

import cutover.drill.GuideNote.Kind;
import cutover.finding.Finding;
import cutover.patience.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far people were guided, from the notes alone, which may end anywhere.
 *
 * @param notes in the order in which they were kept
 */
public record Guided(List<GuideNote> notes) {

    private static final Set<Kind> OPEN = EnumSet.of(Kind.PLANNED, Kind.ASKED, Kind.STOPPED);

    private static final Set<Kind> TIMED = EnumSet.of(Kind.ASKED, Kind.SEEN, Kind.ALREADY, Kind.STOPPED);

    public Guided {
        notes = List.copyOf(notes);
    }

    /** Whether all actions were gone through. */
    public boolean isThrough() {
        return notes.stream().anyMatch(note -> note.kind() == Kind.ENDED);
    }

    /** When it began; empty when nothing was noted. */
    public Optional<Instant> begun() {
        return notes.stream()
                .filter(note -> note.kind() == Kind.BEGUN)
                .map(GuideNote::at)
                .findFirst();
    }

    /** Why it was not gone through: where it stopped and what is not done yet; for what was gone through it says so. */
    public Finding finding() {
        if (isThrough()) {
            return Finding.met("all actions of the way back were gone through");
        }
        return notes.stream()
                .flatMap(note -> note.findings().stream())
                .reduce((earlier, later) -> later)
                .orElseGet(this::endedInItsMiddle);
    }

    private Finding endedInItsMiddle() {
        return Finding.unmet("the guided rollback has no end, the run was ended in its middle")
                .expected("that all actions are gone through")
                .butWas(String.join("\n", table()))
                .toDo("run the same command again, which passes over what can be seen. Not done or not seen yet:\n"
                        + rest());
    }

    private String rest() {
        return latest().stream()
                .filter(note -> OPEN.contains(note.kind()))
                .map(note -> note.action() + ". " + note.act())
                .collect(Collectors.joining("\n"));
    }

    /** One line for each action: its number, what became of it and after what time, what it is. */
    public List<String> table() {
        return latest().stream()
                .map(note -> String.format(
                        "%2d  %-36s  %s", note.action(), note.kind().words() + after(note), note.act()))
                .toList();
    }

    /** The actions of which nobody could see whether they were done, each with its number. */
    public List<String> unobserved() {
        return latest().stream()
                .filter(note -> note.kind() == Kind.UNOBSERVED)
                .map(note ->
                        note.action() + ". " + note.act() + (note.words().isEmpty() ? "" : " (" + note.words() + ")"))
                .toList();
    }

    private String after(GuideNote note) {
        return !TIMED.contains(note.kind())
                ? ""
                : begun().map(start -> " after " + Durations.told(Duration.between(start, note.at())))
                        .orElse("");
    }

    /** The last note of each action that says what became of it. */
    private List<GuideNote> latest() {
        TreeMap<Integer, GuideNote> latest = new TreeMap<>();
        notes.stream()
                .filter(note -> note.action() > 0 && !note.kind().words().isEmpty())
                .forEach(note -> latest.put(note.action(), note));
        return new ArrayList<>(latest.values());
    }
}
