package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What drills say together, from what they left alone.
 *
 * @param wanted names of those that were to be run
 * @param leaks secrets in the files of the drills and of those that looked, one line each
 * @param folder where they left it
 */
record DrillsJudged(Set<String> wanted, List<DrillRecord> records, List<String> leaks, Path folder) {

    /** What is not met and belongs to no drill that has ended. */
    List<Finding> aside() {
        List<Finding> aside = new ArrayList<>();
        if (!leaks.isEmpty()) {
            aside.add(Finding.unmet("there are secrets in the drills' own files, or nobody knows")
                    .expected("none, and all files looked through")
                    .butWas(String.join("\n", leaks))
                    .toDo("keep " + folder + " from everybody, change those secrets, and report a defect of the suite;"
                            + " if it was not looked through, run again"));
        }
        if (wanted.isEmpty()) {
            aside.add(Finding.unmet("no drill was run")
                    .expected("at least one, from config/drills")
                    .butWas("none")
                    .toDo("run them: mvn verify -Penv=rehearsal -Dphase=drills"));
        }
        missing().forEach(name -> aside.add(missing(name)));
        return aside;
    }

    private Set<String> missing() {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(ended());
        return missing;
    }

    private Set<String> ended() {
        return records.stream().map(DrillRecord::drill).collect(Collectors.toCollection(TreeSet::new));
    }

    private Finding missing(String name) {
        return Finding.unmet("the drill " + name + " has no end, the run was ended in its middle")
                .expected("that it is run to its end, and undone")
                .butWas("no record of it")
                .lookAt(folder.toString())
                .toDo("run it again: -Ddrill=" + name);
    }

    Finding finding() {
        List<Finding> open = Stream.concat(aside().stream(), records.stream().flatMap(record -> record.open().stream()))
                .toList();
        if (open.isEmpty() && records.stream().allMatch(DrillRecord::isMet)) {
            return Finding.met(
                    "each of " + records.size() + " drills went as it should: " + String.join(", ", ended()));
        }
        long met = records.stream().filter(DrillRecord::isMet).count();
        return Finding.unmet("the rollback drills: "
                        + (wanted.isEmpty() ? "none was run" : met + " of " + wanted.size() + " went as they should"))
                .expected("each drill noticed, decided, led back and undone")
                .butWas(FailureText.of(open))
                .lookAt(folder.toString())
                .toDo(
                        records.stream().allMatch(DrillRecord::isMet)
                                ? "run them again"
                                : "begin with the first: until each drill leads back, nobody should rely on going back");
    }
}
