package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What drills say together, from what they left alone.
 *
 * @param wanted names of those that were to be run
 * @param folder where they left it
 */
record DrillsJudged(Set<String> wanted, List<DrillRecord> records, Path folder) {

    Finding finding() {
        Set<String> ended = records.stream().map(DrillRecord::drill).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(ended);
        List<DrillRecord> open =
                records.stream().filter(record -> !record.isMet()).toList();
        if (!wanted.isEmpty() && missing.isEmpty() && open.isEmpty()) {
            return Finding.met("each of " + records.size() + " drills led back: " + String.join(", ", ended));
        }
        return Finding.unmet("the rollback drills: "
                        + (wanted.isEmpty()
                                ? "none was run"
                                : (wanted.size() - missing.size() - open.size()) + " of " + wanted.size()
                                        + " went as they should"))
                .expected("each drill noticed, decided, led back and undone")
                .butWas(Stream.concat(
                                missing.stream().map(name -> name + ": it has no end, the run was ended in its middle"),
                                open.stream()
                                        .flatMap(record -> record.open().stream())
                                        .map(FailureText::of))
                        .collect(Collectors.joining("\n")))
                .lookAt(folder.toString())
                .toDo(
                        open.isEmpty()
                                ? "run them again"
                                : "begin with the first: until each drill leads back, nobody should rely on going back");
    }
}
